import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FactType } from '../../fact.ts';
import { deriveNetFacts } from './derive.ts';
import { factsOfType, type LedgerBuilder, ledger, visitOf } from './testing/ledger.ts';

const TRACKER = 'https://log.tracker.test/c';
const of = <T extends FactType>(type: T, arms: readonly LedgerBuilder[], url?: string) => factsOfType(type, visitOf(arms, url));
const transfers = (...arms: LedgerBuilder[]) => of('transfer', arms);
const contacts = (...arms: LedgerBuilder[]) => of('contact', arms);

/** Types the phone number, then something happens. */
function typing(arm: LedgerBuilder, then: (phone: string) => void): LedgerBuilder {
  arm.stage('use');
  const phone = arm.canary.phone ?? '';
  arm.type(phone);
  then(phone);
  return arm;
}

test('a typed number that leaves by itself is a leak as you type, whatever it is wrapped in', () => {
  const b64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
  const ways: ((arm: LedgerBuilder, phone: string) => void)[] = [
    (arm, phone) => arm.request(`${TRACKER}?m=${phone}`),
    (arm, phone) => arm.request(`${TRACKER}?d=${encodeURIComponent(b64(`{"m":"${phone}"}`))}`, { resourceType: 'Ping' }),
    (arm, phone) => arm.request(TRACKER, { bytes: gzipSync(`{"m":"${phone}"}`) }),
    (arm, phone) => arm.request(TRACKER, { bytes: JSON.stringify({ a: phone.slice(0, 3), b: phone.slice(3, 7), c: phone.slice(7) }) }),
    (arm, phone) => void [arm.request(`${TRACKER}?a=${phone.slice(0, 5)}`), arm.request(`${TRACKER}?b=${phone.slice(5)}`)],
    (arm, phone) =>
      arm.add('websocket', {
        request: 'w',
        url: 'wss://log.tracker.test/s',
        direction: 'sent',
        opcode: 1,
        payload: `42["x",{"m":"${phone}"}]`,
        body: null,
      }),
    (arm, phone) =>
      arm.add('websocket', {
        request: 'w',
        url: 'wss://log.tracker.test/s',
        direction: 'sent',
        opcode: 2,
        payload: b64(`\u0001\u0002${phone}`),
        body: null,
      }),
  ];
  for (const way of ways) {
    const arm = ledger('accept');
    const [fact, ...more] = transfers(typing(arm, (phone) => way(arm, phone)));
    expect(more).toEqual([]);
    expect(fact, String(way)).toMatchObject({
      pi: ['phone'],
      party: { role: 'third', domain: 'tracker.test' },
      detail: { typed: true, afterInput: true, withheld: false, inClear: false },
    });
    expect(fact?.detail.found[0]?.canary).toBe(true);
    expect(fact?.evidence[0]).toMatchObject({ arm: 'accept' });
  }
});

test('phases follow the choice, and reading legal texts never counts', () => {
  const arm = ledger('refuse');
  const phone = arm.canary.phone ?? '';
  arm.request(`${TRACKER}?m=${phone}`);
  arm.stage('choice');
  arm.tap('choice');
  arm.request(`${TRACKER}?m=${phone}`);
  arm.stage('leave');
  arm.request(`${TRACKER}?m=${phone}`);
  arm.stage('read');
  arm.request('https://other.test/?m=1');
  arm.request(`https://read.test/?m=${phone}`);
  const facts = transfers(arm);
  expect(facts.map(({ phase, detail }) => [phase, detail.stage])).toEqual([
    ['after-refuse', 'choice'],
    ['before-choice', 'arrive'],
  ]);
  expect(contacts(arm)).toEqual([]);
  const accept = ledger('accept');
  accept.tap('choice');
  accept.request(`${TRACKER}?m=${accept.canary.phone}`);
  expect(transfers(accept)).toMatchObject([{ phase: 'after-accept' }]);
  const none = ledger('untouched', false);
  none.request(`${TRACKER}?m=${none.canary.phone}`);
  expect(transfers(none)).toMatchObject([{ phase: 'no-choice' }]);
});

test('arms are merged, and two arms make it repeated', () => {
  const arms = (['untouched', 'control'] as const).map((name) => {
    const arm = ledger(name);
    arm.request(`${TRACKER}?m=${arm.canary.phone}&t=${arm.arm.length}`);
    return arm;
  });
  expect(transfers(...arms)).toMatchObject([
    { detail: { arms: ['untouched', 'control'], repeated: true }, evidence: [{ arm: 'untouched' }, { arm: 'control' }] },
  ]);
  expect(transfers(...arms.slice(0, 1))).toMatchObject([{ detail: { arms: ['untouched'], repeated: false } }]);
});

test('what our guard stopped: a form after a press is no leak, one without any press is', () => {
  const pressed = typing(ledger('accept'), () => undefined);
  pressed.tap('forward');
  const form = pressed.request('http://order.shop.test/submit', { bytes: `phone=${pressed.canary.phone}`, resourceType: 'Document' });
  pressed.add('withheld', { request: form, url: 'http://order.shop.test/submit', reason: 'form', detail: '' });
  expect(transfers(pressed)).toMatchObject([
    { party: { role: 'first' }, detail: { withheld: true, typed: false, inClear: true, channel: 'navigation', method: 'POST' } },
  ]);
  const auto = ledger('accept');
  typing(auto, (phone) => {
    const request = auto.request(TRACKER, { bytes: `phone=${phone}` });
    auto.add('withheld', { request, url: TRACKER, reason: 'submission', detail: '' });
  });
  expect(transfers(auto)).toMatchObject([{ detail: { withheld: true, typed: true } }]);
});

test('clear text is told by the scheme, on test hosts too', () => {
  const arm = ledger('untouched');
  arm.request(`http://api.shop.test/x?m=${arm.canary.phone}`);
  expect(of('transfer', [arm], 'http://shop.test/')).toMatchObject([
    { party: { role: 'first' }, detail: { scheme: 'http', inClear: true } },
  ]);
});

test('hashed numbers, names in GBK, referrers', () => {
  const arm = ledger('untouched');
  arm.request('https://t.tracker.test/', { headers: { Referer: `https://order.shop.test/?phone=${arm.canary.phone}` } });
  expect(transfers(arm)).toMatchObject([{ detail: { found: [{ key: 'referer.phone', where: 'header' }] } }]);
});

test('a clean page: session, token, library, menu API, error report are no transfers', () => {
  const arms = (['untouched', 'refuse', 'accept', 'control'] as const).map((name, at) => {
    const arm = ledger(name);
    const session = `a81bc81bdead4e5dabff90865d1e13b${at}`;
    arm.request('https://order.shop.test/menu', {
      headers: { Cookie: `JSESSIONID=${session}; csrf_token=${session}` },
      resourceType: 'Document',
    });
    arm.request('https://api.shop.test/menu?table=12&v=3f9a1c7be24d5a6087', { headers: { 'x-csrf-token': session } });
    arm.request('https://cdn.jsdelivr.net/npm/vue@3/dist/vue.js', {
      resourceType: 'Script',
      headers: { Referer: 'https://order.shop.test/' },
    });
    arm.request('https://o1.ingest.sentry.io/api/1/envelope/', {
      bytes: '{"dsn":"x"}\n{"type":"event"}\n{"message":"boom","event_id":"a81bc81bdead4e5dabff90865d1e13b5"}',
    });
    arm.request('https://restapi.amap.com/v3/place?location=121.4737,31.2304&key=a81bc81bdead4e5dabff90865d1e13b5');
    return arm;
  });
  expect(transfers(...arms)).toEqual([]);
  expect(contacts(...arms).map(({ label, party, detail }) => [label, party?.role, party?.category, detail.arms.length])).toEqual([
    ['restapi.amap.com', 'third', 'map', 4],
    ['cdn.jsdelivr.net', 'third', 'static-library', 4],
    ['o1.ingest.sentry.io', 'third', 'monitoring', 4],
  ]);
});

test('a visitor id of the shop itself is an identifier and nothing more; one that every arm shares is none', () => {
  const arms = (['untouched', 'control'] as const).map((name, at) => {
    const arm = ledger(name);
    arm.request(`https://api.shop.test/log?visitor_id=6f9619ff-8b86-d011-b42d-00c04fc964f${at}`);
    arm.request('https://hm.baidu.com/hm.gif?cid=6f9619ff-8b86-d011-b42d-00c04fc964ff');
    return arm;
  });
  expect(transfers(...arms)).toMatchObject([
    { pi: [], party: { role: 'first' }, detail: { found: [], identifiers: [{ key: 'visitor_id', where: 'query' }], repeated: true } },
  ]);
  expect(contacts(...arms)).toMatchObject([{ label: 'hm.baidu.com' }]);
});

test('an id made anew for each request is none; a fingerprint is one although every arm gives the same', () => {
  const arms = (['untouched', 'control'] as const).map((name, at) => {
    const arm = ledger(name);
    for (const turn of [1, 2]) arm.request(`https://log.tracker.test/p?pid=6f9619ff-8b86-d011-b42d-00c04fc9${turn}4f${at}`);
    arm.request('https://fp.shumei.test/p', { bytes: '{"fingerprint":"a81bc81bdead4e5dabff90865d1e13b5"}' });
    return arm;
  });
  expect(transfers(...arms)).toMatchObject([
    { party: { domain: 'shumei.test' }, detail: { identifiers: [{ key: 'fingerprint', where: 'body' }] } },
  ]);
  expect(contacts(...arms)).toMatchObject([{ label: 'log.tracker.test' }]);
});

test('a print that changes within a visit, when fonts have come, is no nonce: other visits give the same ones', () => {
  const prints = ['a81bc81bdead4e5dabff90865d1e13b5', 'b92cd92ceefe5f6ebc001a976e2f24c6'];
  const arms = (['untouched', 'control'] as const).map((name) => {
    const arm = ledger(name);
    for (const print of prints) arm.request('https://fp.shumei.test/p', { bytes: JSON.stringify({ fp: print }) });
    return arm;
  });
  expect(transfers(...arms)[0]).toMatchObject({ detail: { identifiers: [{ key: 'fp', where: 'body' }] } });
});

describe('prints of the device are equal in every arm', () => {
  const HASH = 'a81bc81bdead4e5dabff90865d1e13b5';
  const READS = ['read (https://fp.risk.test/fp.js:1:20)'];
  const visit = (each: (arm: LedgerBuilder) => void) =>
    (['untouched', 'control'] as const).map((name) => {
      const arm = ledger(name);
      each(arm);
      return arm;
    });
  const read = (arm: LedgerBuilder, api = 'canvas.toDataURL', stack = READS) => arm.add('script-api', { api, arguments: '', stack });

  test('sent to the site whose script read the device before', () => {
    const arms = visit((arm) => {
      read(arm);
      arm.request(`https://log.risk.test/v3?deviceId=a3f0c912-2-390`, { bytes: `{"z":"${HASH}","q":"canvas"}` });
    });
    expect(transfers(...arms)).toMatchObject([
      {
        detail: {
          identifiers: [
            { key: 'deviceId', where: 'query' },
            { key: 'z', where: 'body' },
          ].sort((a, b) => (a.key < b.key ? -1 : 1)),
        },
      },
    ]);
  });

  test.each<[string, (arm: LedgerBuilder) => void]>([
    ['nothing was read', (arm) => arm.request(`https://log.risk.test/v3?deviceId=${HASH}`)],
    [
      'read only afterwards',
      (arm) => {
        arm.request(`https://log.risk.test/v3?deviceId=${HASH}`);
        read(arm);
      },
    ],
    [
      'a site key that stood in the address of the script',
      (arm) => {
        arm.request(`https://fp.risk.test/fp.js?${HASH}`);
        read(arm);
        arm.request(`https://log.risk.test/v3?si=${HASH}`);
      },
    ],
    [
      'sent to somebody else',
      (arm) => {
        read(arm);
        arm.request(`https://other.test/v3?deviceId=${HASH}`);
      },
    ],
    [
      'the shop drew a code and asks for its build',
      (arm) => {
        read(arm, 'canvas.toDataURL', ['draw (https://order.shop.test/app.js:1:1)']);
        arm.request(`https://order.shop.test/api?theme=${HASH}`);
      },
    ],
    [
      'made by chance in each arm',
      (arm) => {
        read(arm);
        arm.request(`https://log.risk.test/v3?r=${arm.arm === 'control' ? HASH : HASH.replace('a', 'b')}`);
      },
    ],
  ])('none: %s', (_, each) => expect(transfers(...visit(each))).toEqual([]));
});

test('a key logger that sends one sign a request, as signs or as key codes', () => {
  for (const sign of [(text: string) => text, (text: string) => String(text.charCodeAt(0))]) {
    const arm = ledger('accept');
    typing(arm, (phone) => {
      for (const [at, digit] of [...phone].entries()) {
        arm.request(`${TRACKER}?n=${at}&k=${sign(digit)}`, { resourceType: 'Image' });
        arm.request('https://api.shop.test/menu?page=1');
      }
    });
    expect(transfers(arm)).toMatchObject([
      { pi: ['phone'], detail: { typed: true, found: [{ key: 'k', encoding: 'split-over-requests' }] } },
    ]);
  }
});

test('a kept visitor id is one under whatever name it goes out', () => {
  const arms = (['untouched', 'control'] as const).map((name, at) => {
    const arm = ledger(name);
    const value = `ulx3k9q2m${at}zz81abq`;
    arm.add('storage', { store: 'localStorage', origin: 'https://order.shop.test', key: 'lx_visitor', value, operation: 'set', stack: [] });
    arm.request(`${TRACKER}?v=${value}`);
    return arm;
  });
  expect(transfers(...arms)).toMatchObject([{ party: { role: 'third' }, detail: { identifiers: [{ key: 'v', where: 'query' }] } }]);
});

test('identity of an IP collector and alias cloaking reach the facts', () => {
  const arm = ledger('untouched');
  arm.request(`http://203.0.113.9:8080/c?m=${arm.canary.phone}`);
  arm.request(`https://m.shop.test/c?m=${arm.canary.phone}`);
  const facts = deriveNetFacts(visitOf([arm], undefined, [{ host: 'm.shop.test', cname: ['x.sensorsdata.cn'] }]));
  expect(facts.map(({ party }) => [party?.role, party?.domain])).toEqual([
    ['third', '203.0.113.9:8080'],
    ['third', 'shop.test'],
  ]);
});

test('two visits give equal facts although every id, time and random port differs', () => {
  const visit = (salt: string, port: number) => {
    const arms = (['untouched', 'control'] as const).map((name, at) => {
      const arm = ledger(name);
      arm.request(`http://203.0.113.9:${port}/c?m=${arm.canary.phone}&t=17000000${salt}${at}&id=${salt}`);
      arm.request(`https://a${salt.repeat(8)}.tracker.test/p/${salt.repeat(4)}?device_id=6f9619ff-8b86-d011-b42d-00c04f${salt}${at}0`);
      arm.add('storage', {
        store: 'localStorage',
        origin: 'https://order.shop.test',
        key: `seen_17000000${salt}`,
        value: salt,
        operation: 'set',
        stack: [],
      });
      return arm;
    });
    return deriveNetFacts(visitOf(arms)).map(({ party, ...fact }) => ({
      ...fact,
      evidence: [],
      role: party?.role,
      detail: { ...fact.detail, host: '' },
    }));
  };
  expect(visit('12ab', 45_001)).toEqual(visit('98fe', 51_234));
});
