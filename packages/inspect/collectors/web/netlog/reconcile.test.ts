import { expect, test } from 'vitest';
import { readNetLog } from './parse.ts';
import { reconcile } from './reconcile.ts';

const header = `{"constants":{"logEventTypes":{"URL_REQUEST_START_JOB":1,"HTTP_STREAM_JOB_CONTROLLER_BOUND":2,"HTTP_STREAM_JOB_CONTROLLER_PROXY_SERVER_RESOLVED":3,"HTTP_TRANSACTION_SEND_REQUEST_HEADERS":4,"OTHER":9},"timeTickOffset":1000},`;
const line = (type: number, id: number, params: object) =>
  `${JSON.stringify({ params, phase: 1, source: { id, start_time: '1', type: 1 }, time: '5', type })},`;
const start = (id: number, url: string) => line(1, id, { url, method: 'GET', initiator: 'http://a.test' });
const bound = (id: number, controller: number) => line(2, id, { source_dependency: { id: controller, type: 32 } });
const proxy = (controller: number, port: number) => line(3, controller, { proxy_chain: `[socks5://127.0.0.1:${port}]` });

test('requests are tied to the arm whose proxy carried them; a redirect is a further request; a cut file is read as far as it goes', () => {
  const log = readNetLog();
  const lines = [
    header,
    '"events": [',
    start(1, 'http://a.test/1'),
    proxy(7, 4001),
    bound(1, 7),
    line(4, 1, { headers: ['Host: a.test'] }),
    start(1, 'http://a.test/2'),
    start(2, 'http://b.test/'),
    bound(2, 8),
    proxy(8, 4002),
    start(3, 'http://cached.test/'),
    line(9, 1, {}),
    '{"params":{"url":"http://cut',
  ];
  for (const text of lines) log.line(text);
  expect(log.ofPort(4001)).toEqual([
    { url: 'http://a.test/1', method: 'GET', initiator: 'http://a.test', at: 1005, headers: { host: 'a.test' } },
    { url: 'http://a.test/2', method: 'GET', initiator: 'http://a.test', at: 1005, headers: {} },
  ]);
  expect(log.ofPort(4002).map((request) => request.url)).toEqual(['http://b.test/']);
  log.forget(4001);
  expect(log.ofPort(4001)).toEqual([]);
});

test('each request counts once, and only what the ledger lacks is missing', () => {
  const net = (url: string) => ({ url, method: 'GET', initiator: '', at: 1, headers: {} });
  const mine = (url: string, stayed = false) => ({ url, method: 'GET', stayed });
  const { missing, completeness } = reconcile(
    [mine('http://a/#x'), mine('http://a/'), mine('http://cached/', true), mine('http://only/')],
    [net('http://a/'), net('http://a/'), net('http://a/'), net('http://beacon/')],
    true,
  );
  expect(missing.map((request) => request.url)).toEqual(['http://a/', 'http://beacon/']);
  expect(completeness).toMatchObject({ devtools: 3, netlog: 4, both: 2, missing: 2 });
  expect(reconcile([], [], false).completeness.stated).toContain('could not be read');
});
