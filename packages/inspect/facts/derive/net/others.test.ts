import { describe, expect, test } from 'vitest';
import type { FactType } from '../../fact.ts';
import type { LedgerEvents } from '../../../capture/ledger.ts';
import { factsOfType, type LedgerBuilder, ledger, visitOf } from './testing/ledger.ts';

const of = <T extends FactType>(type: T, ...arms: readonly LedgerBuilder[]) => factsOfType(type, visitOf(arms));
const NOW = Date.parse('2026-11-24T04:00:00Z') / 1000;
const cookie = (over: Partial<LedgerEvents['cookie']>): LedgerEvents['cookie'] => ({
  name: 'c',
  domain: 'order.shop.test',
  path: '/',
  value: '1',
  setBy: 'http',
  outcome: 'kept',
  reason: null,
  expires: null,
  url: 'https://order.shop.test/',
  stack: [],
  ...over,
});

describe('kept on the device', () => {
  test('a lasting id, a session, a flag, PI; refused cookies are told from kept ones', () => {
    const arms = (['untouched', 'control'] as const).map((name, at) => {
      const arm = ledger(name);
      arm.answer(arm.request('https://order.shop.test/'), '{}');
      const random = `a81bc81bdead4e5dabff90865d1e13b${at}`;
      arm.add('cookie', cookie({ name: 'vid', value: random, expires: NOW + 400 * 86_400 }));
      arm.add('cookie', cookie({ name: 'JSESSIONID', value: random }));
      arm.add('cookie', cookie({ name: 'lang', value: 'zh', expires: NOW + 30 * 86_400 }));
      arm.add(
        'cookie',
        cookie({ name: 'x', domain: '.tracker.test', value: random, outcome: 'refused', reason: 'SameSite', expires: NOW + 86_400 }),
      );
      arm.add('cookie', cookie({ name: 'js', value: random, setBy: 'script', outcome: 'tried', expires: NOW + 86_400 }));
      arm.add('storage', {
        store: 'localStorage',
        origin: 'https://order.shop.test',
        key: 'draft',
        value: JSON.stringify({ tel: arm.canary.phone }),
        operation: 'set',
        stack: [],
      });
      return arm;
    });
    const facts = of('stored', ...arms).map(({ label, pi, party, detail }) => [
      label,
      detail.value,
      detail.outcome,
      detail.lifetimeDays,
      party?.role,
      pi.join(),
    ]);
    expect(facts).toEqual([
      ['JSESSIONID', 'other', 'kept', null, 'first', ''],
      ['draft', 'pi', 'kept', null, 'first', 'phone'],
      ['js', 'identifier', 'refused', 1, 'first', ''],
      ['lang', 'flag', 'kept', 30, 'first', ''],
      ['vid', 'identifier', 'kept', 400, 'first', ''],
      ['x', 'identifier', 'refused', 1, 'third', ''],
    ]);
  });

  test('found in the jar later is not stored anew; written anew after refusing is', () => {
    const arm = ledger('refuse');
    arm.add('cookie', cookie({ name: 'vid', value: 'a81bc81bdead4e5dabff90865d1e13b5' }));
    arm.tap('choice');
    arm.add('cookie', cookie({ name: 'vid', value: 'a81bc81bdead4e5dabff90865d1e13b5' }));
    arm.add('storage', {
      store: 'localStorage',
      origin: 'https://order.shop.test',
      key: 'uid',
      value: 'b92bc81bdead4e5dabff90865d1e13b5',
      operation: 'set',
      stack: [],
    });
    arm.stage('read');
    arm.add('cookie', cookie({ name: 'policy' }));
    expect(of('stored', arm).map(({ label, phase }) => [label, phase])).toEqual([
      ['uid', 'after-refuse'],
      ['vid', 'before-choice'],
    ]);
  });
});

test('interfaces of the device and of the bridge, by script and phase', () => {
  const arm = ledger('untouched');
  const stack = ['read (https://cdn.fp.test/fp.js?v=1700000000000:1:20)'];
  const call = (api: string, by: string[], args = '') => arm.add('script-api', { api, arguments: args, stack: by });
  for (const api of ['canvas.toDataURL', 'canvas.toDataURL', 'webgl.debugRenderer']) call(api, stack);
  call('canvas.toDataURL', ['draw (https://cdn.qr.test/qr.js:1:1)']);
  call('fonts.enumerate', ['(anonymous) https://x.test/a.js:2:3']);
  call('wx.getLocation', [], '{"type":"gcj02","nonce":"a81bc81bdead4e5d"}');
  call('clipboard.writeText', []);
  expect(of('script-api', arm).map(({ label, pi, detail }) => [label, pi.join(), detail.initiator, detail.arguments])).toEqual([
    ['canvas.toDataURL', 'device-id', 'https://cdn.fp.test/fp.js', ''],
    ['canvas.toDataURL', '', 'https://cdn.qr.test/qr.js', ''],
    ['clipboard.writeText', '', null, ''],
    ['fonts.enumerate', 'device-id', 'https://x.test/a.js', ''],
    ['webgl.debugRenderer', 'device-id', 'https://cdn.fp.test/fp.js', ''],
    ['wx.getLocation', 'location-precise', null, '{"type":"gcj02","nonce":"*"}'],
  ]);
});

test('a permission asked again after it was denied', () => {
  const arm = ledger('refuse');
  const ask = (hasUserGesture: boolean) =>
    arm.add('permission', { permission: 'geolocation', api: 'getCurrentPosition', answered: 'denied', hasUserGesture, stack: [] });
  ask(false);
  arm.tap('choice');
  ask(false);
  ask(true);
  expect(of('permission', arm)).toMatchObject([
    {
      phase: 'after-refuse',
      pi: ['location-precise'],
      detail: { count: 2, afterRefusal: 2, trigger: 'load', answered: 'denied', purposeText: null },
    },
    { phase: 'before-choice', detail: { count: 1, afterRefusal: 0, trigger: 'load' } },
  ]);
});

describe('answers of servers', () => {
  const a = `1749${'0'.repeat(7)}`;
  test('other people in an answer; our own value and a masked one are not', () => {
    const arm = ledger('untouched');
    arm.answer(arm.request('https://api.shop.test/queue/20260101123?x=1'), JSON.stringify({ queue: [{ no: 1, phone: a }] }));
    arm.answer(arm.request('https://api.shop.test/me'), JSON.stringify({ user: { phone: arm.canary.phone } }));
    arm.answer(arm.request('https://api.shop.test/list'), JSON.stringify({ orders: [{ orderNo: 1, phone: '174****0000' }] }));
    arm.answer(arm.request('https://api.shop.test/shop'), JSON.stringify({ shop: { hotline: a } }));
    arm.answer(arm.request('https://cdn.shop.test/x.js'), `var user={phone:"${a}"}`, { mediaType: 'text/javascript' });
    expect(of('response-data', arm)).toMatchObject([
      { label: '/list', detail: { masked: 'yes', count: 1 } },
      {
        label: '/queue/*',
        pi: ['phone'],
        party: { role: 'first' },
        detail: { masked: 'no', count: 1, shown: 'unknown', host: 'api.shop.test' },
      },
    ]);
  });
});

describe('what the screen shows of an answer', () => {
  const a = `1749${'0'.repeat(5)}12`;
  test.each([
    ['房东 174****0012', 'no'],
    [`房东 174****0012 拨打 ${a}`, 'yes'],
    ['房东 175****0099', 'unknown'],
  ])('%s', (screen, shown) => {
    const arm = ledger('untouched');
    arm.answer(arm.request('https://api.shop.test/list'), JSON.stringify([{ ownerPhone: a, area: 68 }]));
    const facts = factsOfType('response-data', { ...visitOf([arm]), screens: () => screen });
    expect(facts).toMatchObject([{ detail: { masked: 'no', shown } }]);
  });
});

describe('limits', () => {
  const WECHAT = 'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=x&response_type=code&scope=';
  test.each([
    [`${WECHAT}snsapi_base&state=1#wechat_redirect`, 'silent-identifier-redirect'],
    [`${WECHAT}snsapi_userinfo#wechat_redirect`, 'native-only'],
    ['https://openauth.alipay.com/oauth2/publicAppAuthorize.htm?app_id=1&scope=auth_base&redirect_uri=x', 'silent-identifier-redirect'],
  ])('%s', (url, what) => {
    const arm = ledger('untouched');
    arm.request(url, { resourceType: 'Document' });
    arm.answer(arm.request('https://order.shop.test/', { resourceType: 'Document' }), '<p>', { mediaType: 'text/html' });
    expect(of('limit', arm)).toMatchObject([{ party: { role: 'platform' }, phase: 'before-choice', detail: { what } }]);
  });

  test.each([
    [200, {}, undefined],
    [404, {}, 'error-page'],
    [502, {}, 'error-page'],
    [412, {}, 'robot-check'],
    [403, { 'cf-mitigated': 'challenge' }, 'robot-check'],
    [403, { 'set-cookie': 'acw_sc__v2=1' }, 'robot-check'],
    [200, { 'set-cookie': 'acw_tc=1' }, undefined],
  ])('page answers %s %o', (status, headers, what) => {
    const arm = ledger('untouched');
    arm.answer(arm.request('https://order.shop.test/', { resourceType: 'Document' }), '<p>', { status, headers, mediaType: 'text/html' });
    arm.answer(arm.request('https://api.shop.test/x'), '{}', { status: 404 });
    expect(of('limit', arm)[0]?.detail.what).toBe(what);
  });

  test('a broken frame inside is not a broken page', () => {
    const arm = ledger('untouched');
    arm.answer(arm.request('https://order.shop.test/', { resourceType: 'Document' }), '<p>', { mediaType: 'text/html' });
    arm.add('navigation', { url: 'https://order.shop.test/#/home', frame: 'main', reason: '' });
    arm.answer(arm.request('https://order.shop.test/ad', { resourceType: 'Document' }), '<p>', { status: 404, mediaType: 'text/html' });
    arm.add('navigation', { url: 'https://order.shop.test/ad', frame: 'inner', reason: '' });
    expect(of('limit', arm)).toEqual([]);
  });

  test('a test the page passed by itself is no limit; a page that did not answer is', () => {
    const arm = ledger('untouched');
    arm.answer(arm.request('https://order.shop.test/', { resourceType: 'Document' }), '<p>', { status: 412, mediaType: 'text/html' });
    arm.answer(arm.request('https://order.shop.test/', { resourceType: 'Document' }), '<p>', { mediaType: 'text/html' });
    expect(of('limit', arm)).toEqual([]);
    const late = ledger('untouched');
    late.add('request-failed', {
      request: late.request('https://order.shop.test/', { resourceType: 'Document' }),
      error: 'net::ERR_CONNECTION_TIMED_OUT',
      blockedByUs: false,
    });
    expect(of('limit', late)).toMatchObject([{ detail: { what: 'time-out' } }]);
  });
});
