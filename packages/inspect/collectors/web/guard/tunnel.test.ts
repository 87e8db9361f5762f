import { createServer, connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAllowance } from './address.ts';
import { openTunnel, type Refusal } from './tunnel.ts';

const echo = createServer((socket) => socket.pipe(socket));
beforeAll(() => new Promise<void>((done) => echo.listen(0, '127.0.0.1', done)));
afterAll(() => new Promise<void>((done) => echo.close(() => done())));
const echoPort = () => (echo.address() as AddressInfo).port;

/** Speaks SOCKS5 to the tunnel; resolves with the reply code and what the far side echoed. */
function ask(port: number, host: string, target: number, payload = 'ping'): Promise<{ code: number; echoed: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let stage = 0;
    let code = -1;
    let echoed = '';
    socket.on('error', reject);
    socket.on('close', () => resolve({ code, echoed }));
    socket.on('data', (chunk) => {
      if (stage === 0) {
        stage = 1;
        const name = Buffer.from(host);
        socket.write(Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), name, Buffer.from([target >> 8, target & 255])]));
      } else if (stage === 1) {
        stage = 2;
        code = chunk[1] ?? -1;
        if (code === 0) socket.write(payload);
        else socket.end();
      } else {
        echoed += chunk.toString();
        if (echoed.length >= payload.length) socket.end();
      }
    });
    socket.write(Buffer.from([5, 1, 0]));
  });
}

test('refuses loopback and private addresses by default and says so', async () => {
  const refusals: Refusal[] = [];
  const tunnel = await openTunnel({ allow: parseAllowance([]), onRefused: (refusal) => refusals.push(refusal) });
  for (const host of ['127.0.0.1', 'localhost', 'shop.localhost', '10.0.0.1', '169.254.169.254'])
    expect((await ask(tunnel.port, host, echoPort())).code).toBe(2);
  expect(refusals.map((refusal) => refusal.reason)).toEqual(Array(5).fill('private-address'));
  await tunnel.close();
});

test('passes bytes both ways to an allowed address and records name, answer and peer', async () => {
  const tunnel = await openTunnel({ allow: parseAllowance(['shop.localhost']) });
  expect(await ask(tunnel.port, 'shop.localhost', echoPort(), 'hello')).toEqual({ code: 0, echoed: 'hello' });
  expect(tunnel.dns()).toEqual([{ host: 'shop.localhost', addresses: ['127.0.0.1'], cname: [] }]);
  expect(tunnel.peers()).toEqual([{ host: 'shop.localhost', port: echoPort(), address: '127.0.0.1' }]);
  await tunnel.close();
});

test('follows the host map, and caps bytes', async () => {
  const tunnel = await openTunnel({ allow: parseAllowance([]), hostMap: new Map([['a.test', `127.0.0.1:${echoPort()}`]]), maxBytes: 3 });
  const result = await ask(tunnel.port, 'a.test', 80, 'too long');
  expect(result.code).toBe(0);
  expect((await ask(tunnel.port, 'a.test', 80)).code).toBe(2);
  await tunnel.close();
});
