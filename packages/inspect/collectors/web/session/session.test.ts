import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Browser, launchBrowser } from '../browser/launch.ts';
import { pictureSize } from '../../../qr/picture-size.ts';
import { openTestSite, openVisit, type TestSite } from '../testing/open-visit.ts';
import { visitorProfile } from './profile.ts';

let browser: Browser;
let site: TestSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openTestSite()]);
});
beforeEach(() => {
  site.received.length = 0;
  site.pages.clear();
});
afterAll(async () => {
  site.close();
  await browser.close();
  browser.discard();
});

const page = (body: string): string => `<!doctype html><meta name="viewport" content="width=device-width"><body style="margin:0">${body}`;

test('taps reach buttons in the page, in a frame of another site and in a closed shadow root; typing reaches the field', async () => {
  site.pages.set(
    'a.test/',
    page(`<button style="position:absolute;left:0;top:0;width:100px;height:40px" onclick="fetch('/tapped?gesture='+navigator.userActivation.isActive)">A</button>
    <iframe src="http://b.test/frame" style="position:absolute;left:0;top:100px;width:200px;height:100px;border:0"></iframe>
    <div id="host" style="position:absolute;left:0;top:220px"></div><input id="i" style="position:absolute;left:0;top:300px;width:200px;height:40px">
    <script>const r=host.attachShadow({mode:'closed'});r.innerHTML='<button style="width:100px;height:40px">S</button>';r.firstChild.onclick=()=>fetch('/shadow');
    i.onkeyup=()=>0;i.oninput=()=>fetch('/typed?'+encodeURIComponent(i.value))</script>`),
  );
  site.pages.set('b.test/frame', page('<button style="width:100px;height:40px" onclick="fetch(\'/in-frame\')">F</button>'));
  const { session, of } = await openVisit(browser, site);
  expect(await session.goto('http://a.test/')).toMatchObject({ ok: true, status: 200 });
  await session.settle('arrive');
  for (const [x, y] of [
    [50, 20],
    [50, 120],
    [50, 240],
    [50, 320],
  ] as const) {
    await session.tap(x, y);
    await session.settle('short');
  }
  await session.type('殷12');
  await session.settle('short');
  const raw = await session.snapshot();
  expect(raw.parts.flatMap((part) => part.snapshot.strings)).toContain('F');
  expect(await session.screenshot('fine')).toMatch(/^[0-9a-f]{64}$/);
  await session.close();
  const urls = site.received.map((one) => one.url);
  expect(urls).toEqual(expect.arrayContaining(['/tapped?gesture=true', '/in-frame', '/shadow', `/typed?${encodeURIComponent('殷12')}`]));
  expect(of('request').map((event) => URL.parse(event.url)?.pathname)).toEqual(
    expect.arrayContaining(['/', '/frame', '/tapped', '/in-frame', '/shadow', '/typed']),
  );
});

test('an overview shows what stands in front at one pixel per CSS pixel, a fine picture has the pixels of the device', async () => {
  site.pages.set(
    'a.test/',
    page('<button style="width:390px;height:100px" onclick="window.open(\'/popup\')">打开</button><p style="margin-top:2000px">下面'),
  );
  site.pages.set('a.test/popup', page('<h1>弹出的窗口</h1>'));
  const kept = new Map<string, Buffer>();
  const keep = async (bytes: Uint8Array) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    kept.set(sha256, Buffer.from(bytes));
    return { sha256, bytes: bytes.byteLength };
  };
  const { session } = await openVisit(browser, site, { artefacts: { put: keep } });
  const overview = (): Promise<string | null> => session.screenshot('overview');
  const sizeOf = (name: string | null) => pictureSize(kept.get(name ?? '') ?? Buffer.alloc(0));
  await session.goto('http://a.test/');
  await session.settle('arrive');
  const [top, again, fine] = [await overview(), await overview(), await session.screenshot('fine')];
  expect(again).toBe(top);
  // The picture is of the moment it is asked for, not of the last frame that happened to be drawn.
  await session.evaluate("document.body.style.background = 'navy'");
  const changed = await overview();
  await session.settle('short');
  expect(changed).not.toBe(top);
  expect(await overview()).toBe(changed);
  expect(sizeOf(fine)).toMatchObject({ width: 780, height: 1688 });
  await session.scroll(1500);
  const scrolled = await overview();
  await session.scroll(-1500);
  await session.tap(100, 50);
  await session.settle('arrive');
  expect(session.inPopup()).toBe(true);
  const popup = await overview();
  await session.close();
  for (const name of [top, scrolled, popup]) expect(sizeOf(name)).toMatchObject({ width: 390, height: 844 });
  expect(new Set([top, scrolled, popup]).size).toBe(3);
});

test('storage, cookies, permissions, fingerprints, dialogs and errors are recorded with their stacks, and natives look native', async () => {
  site.pages.set(
    'a.test/',
    page(`<script>
    function keep(){ localStorage.setItem('k','v'); localStorage.direct='d'; document.cookie='c=1;path=/'; document.cookie='refused=1;domain=other.test'; }
    keep();
    const asked = navigator.geolocation.getCurrentPosition(() => fetch('/position-given'), () => fetch('/position-denied'));
    document.createElement('canvas').toDataURL();
    indexedDB.open('base');
    new Worker(URL.createObjectURL(new Blob(["fetch('http://a.test/from-worker');indexedDB.open('in-worker')"])));
    fetch('/look?' + encodeURIComponent(Storage.prototype.setItem.toString() + setTimeout.name + setTimeout.toString() + Object.keys(window).filter((k) => /^_[0-9a-f]{18}$/.test(k))));
    alert('welcome');
    nothing();
  </script>`),
  );
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://a.test/');
  await session.settle('arrive');
  await session.close();
  expect(of('storage').map((event) => `${event.store}:${event.key}:${event.operation}`)).toEqual(
    expect.arrayContaining(['localStorage:k:set', 'localStorage:direct:set', 'indexedDB:base:open', 'indexedDB:in-worker:open']),
  );
  expect(of('storage').filter((event) => event.key === 'k')).toHaveLength(1);
  expect(of('storage').find((event) => event.key === 'k')?.stack[0]).toContain('keep');
  expect(
    of('cookie')
      .map((event) => `${event.name}:${event.outcome}`)
      .sort(),
  ).toEqual(['c:kept', 'c:tried', 'refused:refused', 'refused:tried']);
  expect(of('permission')).toMatchObject([{ permission: 'geolocation', answered: 'denied', hasUserGesture: false }]);
  expect(of('script-api').map((event) => event.api)).toContain('canvas.toDataURL');
  expect(of('native-dialog')).toMatchObject([{ kind: 'alert', message: 'welcome', answer: 'accepted' }]);
  expect(of('script-error')[0]?.message).toContain('nothing is not defined');
  const urls = site.received.map((one) => decodeURIComponent(one.url));
  expect(urls).toContain('/position-denied');
  expect(urls).toContain('/from-worker');
  expect(urls).toContain('/look?function setItem() { [native code] }setTimeoutfunction setTimeout() { [native code] }');
});

test('a granted position is the invented one', async () => {
  site.pages.set(
    'a.test/',
    page(
      `<script>navigator.geolocation.getCurrentPosition((p) => fetch('/at?' + p.coords.latitude), (e) => fetch('/no?' + e.message))</script>`,
    ),
  );
  site.pages.set(
    'localhost/',
    page(
      `<script>navigator.geolocation.getCurrentPosition((p) => fetch('/at?' + p.coords.latitude), (e) => fetch('/no?' + e.message))</script>`,
    ),
  );
  const { session, of } = await openVisit(browser, site, { position: { latitude: 31.397152, longitude: 123.638427 } });
  await session.goto('http://localhost/');
  await session.settle('arrive');
  await session.close();
  expect(site.received.map((one) => one.url)).toContain('/at?31.397152');
  expect(of('permission')).toMatchObject([{ answered: 'granted' }]);
});

test('no form, code, order or payment leaves; the page stays where it is and each is named', async () => {
  site.pages.set(
    'a.test/',
    page(`<form action="/form-post" method="post"><button style="width:200px;height:40px">1</button></form>
    <form action="/form-get" style="position:absolute;left:0;top:100px"><input name="q" value="x"><button style="position:absolute;left:0;top:0;width:200px;height:40px">2</button></form>
    <button style="position:absolute;left:0;top:200px;width:200px;height:40px" onclick="fetch('/api/sendCode',{method:'POST',body:'p=1'}).catch(()=>0);navigator.sendBeacon('/collect','e=tap');fetch('/api/order/list',{method:'POST'})">3</button>
    <a href="tel:10000000000" style="position:absolute;left:0;top:300px;width:200px;height:40px;display:block">4</a>
    <script>fetch('/api/login/silent',{method:'POST'})</script>`),
  );
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://a.test/');
  await session.settle('arrive');
  for (const y of [20, 120, 220, 320]) {
    await session.tap(50, y);
    await session.settle('short');
  }
  expect(session.url()).toBe('http://a.test/');
  await session.close();
  const urls = site.received.map((one) => one.url.split('?')[0]);
  expect(urls).toEqual(expect.arrayContaining(['/api/login/silent', '/collect', '/api/order/list']));
  for (const never of ['/form-post', '/form-get', '/api/sendCode']) expect(urls).not.toContain(never);
  expect(of('withheld').map((event) => event.reason)).toEqual(['form', 'form', 'submission', 'scheme']);
  const sms = of('request').find((event) => event.url.endsWith('/api/sendCode'));
  expect(sms?.body?.bytes).toBe(3);
  expect(of('request-failed').find((event) => event.request === sms?.seq)?.blockedByUs).toBe(true);
});

test('private addresses are refused at the address bar, in sub-resources and after a redirect', async () => {
  site.pages.set('a.test/', page(`<img src="http://127.0.0.1:${site.port}/private"><img src="/away">`));
  site.pages.set('a.test/away', (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${site.port}/redirected` }).end());
  const { session, of } = await openVisit(browser, site);
  expect(await session.goto('file:///etc/passwd')).toMatchObject({ ok: false, code: 'scheme-refused' });
  expect(await session.goto(`http://127.0.0.1:${site.port}/direct`)).toMatchObject({ ok: false, code: 'target-refused-private-address' });
  await session.goto('http://a.test/');
  await session.settle('arrive');
  await session.close();
  expect(site.received.map((one) => one.host)).toEqual(['a.test', 'a.test']);
  expect(of('withheld').every((event) => event.reason === 'private-address')).toBe(true);
  expect(of('withheld').length).toBeGreaterThanOrEqual(2);
});

test('nothing goes round the tunnel by WebRTC', async () => {
  const heard: number[] = [];
  const udp = createSocket('udp4', (message) => heard.push(message.length));
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  site.pages.set(
    'localhost/',
    page(`<script>const c = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] });
    c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)); c.onicegatheringstatechange = () => fetch('/gathered?' + c.iceGatheringState)</script>`),
  );
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://localhost/');
  await session.settle('arrive');
  await session.close();
  udp.close();
  expect(site.received.map((one) => one.url)).toContain('/gathered?complete');
  expect(heard).toEqual([]);
  expect(of('script-api').map((event) => event.api)).toContain('webrtc.dataChannel');
});

test('late dialogs are waited for, endless timers and dialogs are not', async () => {
  site.pages.set(
    'a.test/',
    page(
      `<p id="p"></p><script>setInterval(() => { p.textContent += '.' }, 50); setTimeout(() => { p.textContent = 'late' }, 3000)</script>`,
    ),
  );
  site.pages.set('a.test/alerts', page('<script>for (;;) alert(1)</script>'));
  const { session, of } = await openVisit(browser, site);
  await session.goto('http://a.test/');
  const { waitedMs } = await session.quiet();
  expect(waitedMs).toBeGreaterThan(2900);
  expect(waitedMs).toBeLessThan(6000);
  expect(await session.evaluate('document.body.textContent')).toContain('late');
  await session.goto('http://a.test/alerts', 4000);
  await session.quiet({ capMs: 2000, lateCapMs: 2000 });
  await session.close();
  expect(of('native-dialog').length).toBeGreaterThan(3);
  expect(of('native-dialog').length).toBeLessThanOrEqual(30);
});

test('a script without end ends our step, not the visit', async () => {
  site.pages.set('a.test/', page('<button style="width:200px;height:40px" onclick="for (;;);">x</button>'));
  const { session } = await openVisit(browser, site, { patienceMs: 1200 });
  await session.goto('http://a.test/');
  await session.settle('arrive');
  await session.tap(50, 20).catch(() => {});
  await expect(session.snapshot()).rejects.toMatchObject({ code: 'time-out' });
  await session.close();
  expect(session.alive()).toBe(false);
});

test('a server that hangs ends in a time-out, a body too large says so', async () => {
  site.pages.set('a.test/hang', () => {});
  site.pages.set('a.test/', page('<script>fetch("/huge").then((r) => r.text())</script>'));
  site.pages.set('a.test/huge', (_, response) => response.end('x'.repeat(3000)));
  const { session, of } = await openVisit(browser, site, { caps: { perBody: 2000, perArm: 10_000 } });
  expect(await session.goto('http://a.test/hang', 600)).toMatchObject({ ok: false, code: 'time-out' });
  expect(await session.goto('http://a.test/')).toMatchObject({ ok: true });
  await session.settle('arrive');
  await session.close();
  const huge = of('request').find((event) => event.url.endsWith('/huge'));
  expect(of('body').find((event) => event.request === huge?.seq)).toMatchObject({ body: null, missing: 'larger than 2000 bytes' });
});

test('as WeChat: the bridge is a declared stand-in that records and declines', async () => {
  site.pages.set(
    'a.test/',
    page(`<script>
    wx.config({ appId: 'x', jsApiList: ['getLocation'] });
    wx.ready(() => wx.getLocation({ success: () => fetch('/got'), fail: (e) => fetch('/denied?' + e.errMsg) }));
    document.addEventListener('WeixinJSBridgeReady', () => WeixinJSBridge.invoke('getBrandWCPayRequest', { total: 1 }, (r) => fetch('/pay?' + r.err_msg)));
    fetch('/agent?' + /MicroMessenger/.test(navigator.userAgent))</script>`),
  );
  const profile = visitorProfile('wechat', browser.identity.product);
  const { session, of } = await openVisit(browser, site, { profile });
  await session.goto('http://a.test/');
  await session.settle('arrive');
  await session.close();
  const urls = site.received.map((one) => decodeURIComponent(one.url));
  expect(urls).toEqual(expect.arrayContaining(['/agent?true', '/denied?getLocation:fail auth deny', '/pay?getBrandWCPayRequest:cancel']));
  expect(of('script-api').map((event) => event.api)).toEqual(
    expect.arrayContaining(['wx.config', 'wx.getLocation', 'wx.bridge.getBrandWCPayRequest']),
  );
  expect(profile.stubs).toEqual(['WeixinJSBridge', 'wx']);
});

test('two arms at once keep identity and ledger apart', async () => {
  site.pages.set(
    'a.test/',
    page('<script>fetch("/seen?" + document.cookie); document.cookie = "id=" + location.search.slice(1) + ";path=/"</script>'),
  );
  const [one, two] = await Promise.all([
    openVisit(browser, site),
    openVisit(browser, site, { profile: visitorProfile('desktop', browser.identity.product) }),
  ]);
  await Promise.all([one.session.goto('http://a.test/?one'), two.session.goto('http://a.test/?two')]);
  await Promise.all([one.session.settle('arrive'), two.session.settle('arrive')]);
  await Promise.all([one.session.close(), two.session.close()]);
  expect(site.received.filter((request) => request.url.startsWith('/seen')).map((request) => request.url)).toEqual(['/seen?', '/seen?']);
  expect(one.of('request').some((event) => event.url.includes('two'))).toBe(false);
  expect(one.of('request').every((event) => event.headers['user-agent']?.includes('Mobile'))).toBe(true);
  expect(one.session.completeness()).toMatchObject({ missing: 0, devtools: 2, netlog: 2 });
});

// On a busy machine the dying page may go before its last request is announced to us: then only the net-log has it, without a body.
test('what a page sends while it goes is in the ledger with its body', { retry: 6 }, async () => {
  site.pages.set(
    'a.test/',
    page(`<script>
    navigator.sendBeacon('/early', 'x=0');
    addEventListener('pagehide', () => {
      navigator.sendBeacon('/bye', new Blob([JSON.stringify({ who: 'v1' })], { type: 'application/json' }));
      navigator.sendBeacon('/bytes', new Uint8Array([1, 200]));
      fetch('/kept', { method: 'POST', keepalive: true, body: new URLSearchParams({ a: '1' }) });
    });
    fetch('/native?' + [Blob.name, Blob.length, new Blob([]).constructor === Blob, navigator.sendBeacon.toString()].join());
  </script>`),
  );
  const bytes = new Map<string, string>();
  const { session, of } = await openVisit(browser, site, {
    artefacts: {
      put: async (body) => {
        const sha256 = createHash('sha256').update(body).digest('hex');
        bytes.set(sha256, Buffer.from(body).toString('latin1'));
        return { sha256, bytes: body.byteLength };
      },
    },
  });
  await session.goto('http://a.test/');
  await session.settle('arrive');
  await session.close();
  const sent = (path: string) => of('request').find((event) => event.url.endsWith(path))?.body;
  expect([sent('/early'), sent('/bye'), sent('/bytes'), sent('/kept')].map((body) => bytes.get(body?.sha256 ?? ''))).toEqual([
    'x=0',
    '{"who":"v1"}',
    '\u0001\u00c8',
    'a=1',
  ]);
  expect(site.received.map(({ url }) => decodeURIComponent(url))).toContain('/native?Blob,0,true,function sendBeacon() { [native code] }');
});
