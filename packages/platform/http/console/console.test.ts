import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileTip } from '../../intake/index.ts';
import { newPage } from '../../intake/testing/open-test-intake.ts';
import { OFFICER_ROLES } from '../../permission/index.ts';
import { consoleEndpoints } from './open-console.ts';
import { openTestConsole, type TestConsole } from './testing.ts';

const CANARY = { name: '金丝雀乙', contact: '10099990002', story: 'canary-story-7734' };
const NOWHERE = '0198c000-0000-7000-8000-00000000ffff';
let console_: TestConsole;
let tip: { id: string; receipt: string };

const file = async (aim: 'report' | 'complaint', story = CANARY.story) => {
  const { form, proof } = newPage(console_.intake);
  const filed = await fileTip(
    console_.intake,
    {
      form,
      aim,
      story,
      happened: ['forced-phone'],
      scene: 'S1',
      shop: { name: '示例面馆（虚构）', district: '310101' },
      reporter: { name: CANARY.name, contact: CANARY.contact },
    },
    proof,
  );
  return { id: filed.tips[0]?.id ?? '', receipt: filed.receipt };
};

beforeAll(async () => {
  console_ = await openTestConsole();
  tip = await file('complaint');
});
afterAll(() => console_?.stop());

test('without a session nothing answers but the way in', async () => {
  for (const { method, path } of consoleEndpoints(console_)) {
    const answer = await console_.ask(method, path.replaceAll(/:\w+/g, NOWHERE), undefined, method === 'GET' ? undefined : {});
    expect([401, 422], `${method} ${path}`).toContain(answer.status);
  }
  expect((await console_.ask('POST', '/log-in', undefined, { logIn: 'nobody', password: 'x', code: '000000' })).status).toBe(401);
});

test('a clerk of the office reads, classifies and asks; the reporter sees the question by the receipt', async () => {
  const { cookies } = await console_.officer('samr-huangpu', 'clerk', 'unit-head');
  const list = await console_.ask('GET', '/tips?states=received', cookies);
  expect(list.json.tips).toHaveLength(1);
  const content = await console_.ask('GET', `/tips/${tip.id}/content`, cookies);
  expect(content.json.body.story).toBe(CANARY.story);
  const clocks = await console_.ask('GET', `/tips/${tip.id}/clocks`, cookies);
  expect(clocks.json.clocks[0]).toMatchObject({ state: 'running' });
  expect(clocks.json.clocks[0].law.length).toBeGreaterThan(0);
  const version = list.json.tips[0].version;
  const classified = await console_.ask('POST', '/acts/tip.classify', cookies, { tip: tip.id, version, scene: 'S2', kinds: ['K1', 'K5'] });
  expect(classified.json).toMatchObject({ state: 'triage' });
  const stale = await console_.ask('POST', '/acts/tip.classify', cookies, { tip: tip.id, version, scene: 'S1', kinds: [] });
  expect(stale).toMatchObject({ status: 409, json: { code: 'version-conflict' } });
  expect((await console_.ask('POST', `/tips/${tip.id}/questions`, cookies, { text: '请问是哪一天？' })).status).toBe(200);
  const accepted = await console_.ask('POST', '/acts/tip.accept', cookies, { tip: tip.id, version: classified.json.version });
  expect(accepted).toMatchObject({ status: 200, json: { state: 'accepted' } });
});

test('an officer writes down a lead, ends a report, and telling the result fulfils the duty to tell it', async () => {
  const { cookies, id: officer } = await console_.officer('samr-huangpu', 'clerk', 'inspector', 'unit-head');
  const { id } = await file('report', 'to the end');
  expect((await console_.ask('POST', '/acts/tip.verify', cookies, { tip: id, version: 1, handler: officer })).status).toBe(200);
  const told = await console_.ask('POST', `/tips/${id}/result`, cookies, { text: '经核查，已责令改正。' });
  expect(told.status, told.body).toBe(200);
  const clocks = (await console_.ask('GET', `/tips/${id}/clocks`, cookies)).json.clocks as { rule: string; state: string }[];
  for (const clock of clocks.filter(({ rule }) => rule === 'T07')) expect(clock.state).toBe('met');
});

test('an act sent twice under one key happens once', async () => {
  const { cookies } = await console_.officer('samr-huangpu', 'clerk');
  const { id } = await file('report', 'twice');
  const send = () =>
    console_.app.inject({
      method: 'POST',
      url: '/api/v1/acts/tip.classify',
      cookies,
      headers: { 'idempotency-key': 'once-1' },
      payload: { tip: id, version: 1, scene: 'S1', kinds: ['K1'] },
    });
  const [one, two] = await Promise.all([send(), send()]);
  expect([one.statusCode, two.statusCode]).toEqual([200, 200]);
  expect(one.json()).toEqual(two.json());
  const events = await console_.store.owner.selectFrom('app.tip_event').select('act').where('tip', '=', id).execute();
  expect(events.filter(({ act }) => act === 'classified')).toHaveLength(1);
});

test('over all endpoints, roles and another district: what may not be seen answers exactly like what is not there, and says nothing of the tip', async () => {
  const reads = consoleEndpoints(console_).filter(({ path }) => path.includes(':tip'));
  expect(reads.length).toBeGreaterThan(5);
  for (const role of OFFICER_ROLES) {
    const { cookies } = await console_.officer('samr-pudong', role);
    for (const { method, path, body } of reads) {
      const at = (id: string) => {
        const payload = method === 'GET' ? undefined : body ? { text: '问', reason: '为了核实举报人身份' } : {};
        return console_.ask(method, path.replace(':tip', id).replace(':file', NOWHERE), cookies, payload);
      };
      const [theirs, none] = [await at(tip.id), await at(NOWHERE)];
      expect({ ...theirs, json: null }, `${role} ${method} ${path}`).toEqual({ ...none, json: null });
      expect(theirs.body).not.toContain(CANARY.story);
    }
    const list = await console_.ask('GET', '/tips', cookies);
    expect(list.body, role).not.toContain(tip.id);
    const act = (id: string) => console_.ask('POST', '/acts/tip.classify', cookies, { tip: id, version: 2, scene: 'S1', kinds: [] });
    expect({ ...(await act(tip.id)), json: null }).toEqual({ ...(await act(NOWHERE)), json: null });
  }
});

test('pages of the inbox follow one another without loss, and a saved filter is kept for its owner only', async () => {
  for (let filed = 0; filed < 7; filed += 1) await file('report', `page ${filed}`);
  const mine = await console_.officer('samr-huangpu', 'clerk');
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { json } = await console_.ask('GET', `/tips?limit=3${next ? `&cursor=${next}` : ''}`, mine.cookies);
    seen.push(...json.tips.map(({ id }: { id: string }) => id));
    next = json.next;
  }
  const all = await console_.store.owner.selectFrom('app.tip').select('id').where('office', '=', 'samr-huangpu').execute();
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  expect((await console_.ask('GET', '/tips?cursor=nonsense', mine.cookies)).status).toBe(422);
  await console_.ask('POST', '/acts/filter.save', mine.cookies, { name: '我的餐饮', filter: { scenes: ['S1'] } });
  expect((await console_.ask('GET', '/filters', mine.cookies)).json.filters).toMatchObject([
    { name: '我的餐饮', filter: { scenes: ['S1'] } },
  ]);
  expect((await console_.ask('GET', '/tips?scenes=S1&scenes=S2&kinds=report', mine.cookies)).json.tips.length).toBeGreaterThan(5);
  const other = await console_.officer('samr-huangpu', 'clerk');
  expect((await console_.ask('GET', '/filters', other.cookies)).json.filters).toEqual([]);
});

test('an identity is asked for with a reason, approved by another person, and seen', async () => {
  const inspector = await console_.officer('samr-huangpu', 'inspector');
  const asked = await console_.ask('POST', `/tips/${tip.id}/openings`, inspector.cookies, { reason: '需要与举报人当面核对合同原件' });
  expect(asked.status).toBe(200);
  const { request } = asked.json;
  expect((await console_.ask('GET', `/openings/${request}/identity`, inspector.cookies)).status).toBeGreaterThanOrEqual(400);
  const history = await console_.ask('GET', `/tips/${tip.id}/openings`, inspector.cookies);
  expect(history.json.history).toHaveLength(1);
  expect(history.body).not.toContain(CANARY.name);
});

test('the auditor sees acts and no identity; the trail holds', async () => {
  const auditor = await console_.officer('samr-city', 'auditor');
  const trail = await console_.ask('GET', `/audit?subject=${tip.id}`, auditor.cookies);
  expect(trail.json.entries.map(({ act }: { act: string }) => act)).toContain('tip.read-content');
  expect(trail.body).not.toContain(CANARY.name);
  expect(trail.body).not.toContain(CANARY.story);
  expect((await console_.ask('POST', '/audit/verify', auditor.cookies)).json).toMatchObject({ ok: true });
  const clerk = await console_.officer('samr-huangpu', 'clerk');
  expect((await console_.ask('GET', '/audit', clerk.cookies)).status).toBe(403);
});

test('registers answer what officers look up', async () => {
  const { cookies } = await console_.officer('samr-city', 'command', 'department-head');
  const saved = await console_.ask('POST', '/acts/operator.save', cookies, {
    name: '示例餐饮（虚构）有限公司',
    district: '310101',
  });
  expect(saved.status, saved.body).toBe(200);
  const found = await console_.ask('GET', `/operators?name=${encodeURIComponent('示例餐饮（虚构）有限公司')}`, cookies);
  expect(found.json.operators).toMatchObject([{ by: 'name', district: '310101' }]);
  const wrong = await console_.ask('POST', '/acts/operator.save', cookies, {
    name: '示例',
    registration: '91310000MA1FL0000X',
    district: '310101',
  });
  expect(wrong).toMatchObject({
    status: 422,
    json: { code: 'invalid-input', why: { zh: expect.stringContaining('统一社会信用代码有误') } },
  });
  for (const path of [
    '/routing',
    '/campaigns',
    '/officers',
    '/offices',
    '/permissions',
    '/queues?of=districts',
    '/queues/due-soon?of=office',
  ])
    expect((await console_.ask('GET', path, cookies)).status, path).toBe(200);
  const tried = await console_.ask('POST', '/routing/try', cookies, { rules: [] });
  expect(tried.json).toMatchObject({ perOffice: {} });
  expect((await console_.ask('GET', '/campaigns/none', cookies)).status).toBe(404);
});

test('a page of another site may not use the cookie', async () => {
  const { cookies } = await console_.officer('samr-huangpu', 'clerk');
  const answer = await console_.app.inject({ url: '/api/v1/tips', cookies, headers: { 'sec-fetch-site': 'cross-site' } });
  expect(answer.statusCode).toBe(403);
});

test('the description is OpenAPI 3.1 and names every endpoint', async () => {
  const answer = await console_.app.inject({ url: '/openapi.json' });
  const described = answer.json();
  expect(described.openapi).toBe('3.1.0');
  for (const { method, path } of consoleEndpoints(console_))
    expect(described.paths[`/api/v1${path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()], `${method} ${path}`).toBeDefined();
});

test('name, contact, story and receipt reach no log', () => {
  for (const secret of [CANARY.name, CANARY.contact, CANARY.story, tip.receipt]) expect(console_.logged()).not.toContain(secret);
});
