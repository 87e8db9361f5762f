// oxlint-disable no-unused-expressions -- the file is an expression that the collector calls
// Runs before the first script of every document and worker of the visit, in the page's own world.
// It keeps its own copies of what it needs, because the page may replace them; wrapped functions stay proxies of the real ones,
// so that their name, length, brand checks and native look remain.
(function watch(bindingName, options) {
  'use strict';
  const root = globalThis;
  const raw = root[bindingName];
  if (typeof raw !== 'function') return;
  delete root[bindingName];
  const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
  const stringify = JSON.stringify;
  const E = Error;
  const str = String;
  const slice = Function.prototype.call.bind(String.prototype.slice);
  const now = performance.now.bind(performance);
  const proxied = new WeakMap();
  const getReal = WeakMap.prototype.get.bind(proxied);
  const P = Proxy;

  const cut = (value, length = 400) => {
    let text;
    try {
      text = typeof value === 'string' ? value : typeof value === 'object' && value !== null ? stringify(value) : str(value);
    } catch {
      text = typeof value;
    }
    return text === undefined ? 'undefined' : text.length > length ? `${slice(text, 0, length)}…` : text;
  };
  const stack = () => {
    const { stackTraceLimit, prepareStackTrace } = E;
    try {
      E.stackTraceLimit = 16;
      E.prepareStackTrace = undefined;
      return new E().stack;
    } catch {
      return '';
    } finally {
      E.stackTraceLimit = stackTraceLimit;
      if (prepareStackTrace === undefined) delete E.prepareStackTrace;
      else E.prepareStackTrace = prepareStackTrace;
    }
  };
  const origin = () => (root.origin && root.origin !== 'null' ? root.origin : root.location ? root.location.origin : '');
  const tell = (kind, data, withStack = true) => {
    try {
      raw(stringify({ kind, href: root.location ? str(root.location.href) : '', stack: withStack ? stack() : '', ...data }));
    } catch {}
  };

  const wrap = (holder, name, before) => {
    if (!holder) return;
    const slot = getOwnPropertyDescriptor(holder, name);
    if (!slot || typeof slot.value !== 'function' || !slot.configurable) return;
    const real = slot.value;
    const stand = new P(real, {
      apply(target, self, args) {
        let instead;
        try {
          instead = before(self, args);
        } catch {}
        if (typeof instead === 'function') return instead(target, self);
        return apply(target, self, args);
      },
    });
    proxied.set(stand, real);
    defineProperty(holder, name, { ...slot, value: stand });
  };
  const wrapSetter = (holder, name, before) => {
    if (!holder) return;
    const slot = getOwnPropertyDescriptor(holder, name);
    if (!slot || !slot.set || !slot.configurable) return;
    const real = slot.set;
    const stand = new P(real, {
      apply(target, self, args) {
        try {
          before(self, args);
        } catch {}
        return apply(target, self, args);
      },
    });
    proxied.set(stand, real);
    defineProperty(holder, name, { ...slot, set: stand });
  };
  // A proxy of a native function prints without its name; the page must read what it would read without us.
  {
    const real = Function.prototype.toString;
    const stand = new P(real, { apply: (target, self, args) => apply(target, getReal(self) ?? self, args) });
    proxied.set(stand, real);
    defineProperty(Function.prototype, 'toString', { ...getOwnPropertyDescriptor(Function.prototype, 'toString'), value: stand });
  }
  const proto = (name) => root[name]?.prototype;

  // --- what is kept on the device ---
  const area = (self) => {
    try {
      return self === root.localStorage ? 'localStorage' : 'sessionStorage';
    } catch {
      return 'sessionStorage';
    }
  };
  const stored = (store, key, value, operation) =>
    tell('storage', { store, origin: origin(), key: cut(key, 300), value: value === null ? null : cut(value, 2000), operation });
  wrap(proto('Storage'), 'setItem', (self, args) => stored(area(self), args[0], str(args[1]), 'set'));
  wrap(proto('Storage'), 'removeItem', (self, args) => stored(area(self), args[0], null, 'remove'));
  wrap(proto('Storage'), 'clear', (self) => stored(area(self), '*', null, 'clear'));
  wrap(proto('IDBFactory'), 'open', (_, args) => stored('indexedDB', args[0], null, 'open'));
  for (const method of ['put', 'add'])
    wrap(proto('IDBObjectStore'), method, (self, args) => {
      const path = self.keyPath;
      const key = args.length > 1 ? args[1] : typeof path === 'string' && args[0] ? args[0][path] : '';
      stored('indexedDB', `${self.transaction.db.name}/${self.name}/${cut(key, 100)}`, args[0], 'set');
    });
  wrap(proto('CacheStorage'), 'open', (_, args) => stored('cacheStorage', args[0], null, 'open'));
  for (const method of ['put', 'add', 'addAll'])
    wrap(proto('Cache'), method, (_, args) => stored('cacheStorage', cut(args[0]?.url ?? args[0], 300), null, 'set'));
  wrapSetter(proto('Document'), 'cookie', (_, args) => tell('cookie', { line: cut(args[0], 4096) }));
  wrap(proto('CookieStore'), 'set', (_, args) => {
    const one = args[0];
    tell('cookie', {
      line:
        typeof one === 'object' && one
          ? `${cut(one.name)}=${cut(one.value, 4000)};path=${one.path ?? '/'}${one.domain ? `;domain=${one.domain}` : ''}${one.expires ? `;expires=${new Date(one.expires).toUTCString()}` : ''}`
          : `${cut(one)}=${cut(args[1], 4000)};path=/`,
    });
  });

  // --- what is sent while the page goes: the browser shows such requests to nobody, so their bodies are taken at the call ---
  {
    const LONGEST = 65536;
    const texts = new WeakMap();
    const textOf = WeakMap.prototype.get.bind(texts);
    const setText = WeakMap.prototype.set.bind(texts);
    const B = root.Blob;
    const slot = getOwnPropertyDescriptor(root, 'Blob');
    if (B && slot?.configurable) {
      const stand = new P(B, {
        construct(target, args, self) {
          const made = Reflect.construct(target, args, self === stand ? target : self);
          try {
            const parts = args[0];
            let text = '';
            for (let at = 0; at < parts.length && text !== null; at += 1)
              text = typeof parts[at] === 'string' && text.length < LONGEST ? text + parts[at] : null;
            if (text !== null) setText(made, text);
          } catch {}
          return made;
        },
      });
      proxied.set(stand, B);
      defineProperty(root, 'Blob', { ...slot, value: stand });
      defineProperty(B.prototype, 'constructor', { ...getOwnPropertyDescriptor(B.prototype, 'constructor'), value: stand });
    }
    const latin = (bytes) => {
      let text = '';
      for (let at = 0; at < bytes.length; at += 1) text += String.fromCharCode(bytes[at]);
      return text;
    };
    const bodyOf = (data) => {
      if (typeof data === 'string') return { text: data, mediaType: 'text/plain;charset=UTF-8' };
      if (data instanceof URLSearchParams) return { text: str(data), mediaType: 'application/x-www-form-urlencoded;charset=UTF-8' };
      if (B && data instanceof B) return { text: textOf(data), mediaType: data.type };
      if (data instanceof ArrayBuffer) return { latin: latin(new Uint8Array(data)), mediaType: '' };
      if (ArrayBuffer.isView(data)) return { latin: latin(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)), mediaType: '' };
      if (root.FormData && data instanceof root.FormData) return { text: str(new URLSearchParams(data)), mediaType: 'multipart/form-data' };
      return {};
    };
    const sent = (url, data) => {
      const body = bodyOf(data);
      if ((body.text ?? body.latin ?? '').length === 0 || (body.text ?? body.latin).length > LONGEST) return;
      tell('sent', { url: str(new URL(url, root.document?.baseURI ?? root.location.href)), ...body }, false);
    };
    wrap(proto('Navigator'), 'sendBeacon', (_, args) => sent(args[0], args[1]));
    wrap(root, 'fetch', (_, args) => {
      if (args[1]?.keepalive && args[1].body) sent(args[0]?.url ?? args[0], args[1].body);
    });
  }

  // --- reading the device ---
  const counts = {};
  const api = (name, detail = '', most = 3) => {
    counts[name] = (counts[name] ?? 0) + 1;
    if (counts[name] <= most) tell('api', { api: name, arguments: cut(detail, 300) });
  };
  const drawn = (self) => `${self.width ?? self.canvas?.width}x${self.height ?? self.canvas?.height}`;
  for (const canvas of ['HTMLCanvasElement', 'OffscreenCanvas'])
    for (const method of ['toDataURL', 'toBlob', 'convertToBlob']) wrap(proto(canvas), method, (self, args) => api(`canvas.${method}`, `${drawn(self)} ${cut(args[0] ?? '')}`));
  for (const context of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D'])
    wrap(proto(context), 'getImageData', (self, args) => api('canvas.getImageData', `${drawn(self)} ${args.slice(0, 4).join(',')}`));
  {
    const fonts = new Set();
    for (const context of ['CanvasRenderingContext2D', 'OffscreenCanvasRenderingContext2D'])
      wrap(proto(context), 'measureText', (self) => {
        fonts.add(self.font);
        // One text in a few fonts is layout; in dozens it is a count of the fonts installed.
        if (fonts.size === 20) api('fonts.enumerate', `${fonts.size} fonts measured`, 1);
      });
    const probed = new Set();
    wrap(proto('FontFaceSet'), 'check', (_, args) => {
      probed.add(str(args[0]));
      if (probed.size === 20) api('fonts.enumerate', `${probed.size} fonts checked`, 1);
    });
    wrap(root, 'queryLocalFonts', () => ask('local-fonts', 'queryLocalFonts'));
  }
  for (const context of ['WebGLRenderingContext', 'WebGL2RenderingContext'])
    wrap(proto(context), 'getParameter', (_, args) => {
      if (args[0] === 0x9245 || args[0] === 0x9246) api('webgl.debugRenderer', args[0] === 0x9245 ? 'UNMASKED_VENDOR' : 'UNMASKED_RENDERER');
    });
  wrap(proto('OfflineAudioContext'), 'startRendering', () => api('audio.offline'));
  wrap(proto('BaseAudioContext'), 'createAnalyser', () => api('audio.analyser'));
  wrap(proto('Navigator'), 'getBattery', () => api('navigator.getBattery'));
  wrap(proto('NavigatorUAData'), 'getHighEntropyValues', (_, args) => api('navigator.userAgentData.getHighEntropyValues', args[0]));
  wrap(proto('MediaDevices'), 'enumerateDevices', () => api('mediaDevices.enumerateDevices'));
  wrap(proto('SpeechSynthesis'), 'getVoices', () => api('speechSynthesis.getVoices'));
  wrap(proto('RTCPeerConnection'), 'createDataChannel', () => api('webrtc.dataChannel'));
  wrap(proto('Keyboard'), 'getLayoutMap', () => api('keyboard.getLayoutMap'));
  wrap(proto('StorageManager'), 'estimate', () => api('storage.estimate'));
  wrap(proto('Document'), 'execCommand', (_, args) => {
    if (/^(copy|cut|paste)$/i.test(str(args[0]))) api(`document.execCommand.${str(args[0]).toLowerCase()}`);
  });
  wrap(proto('Clipboard'), 'writeText', (_, args) => api('clipboard.writeText', args[0]));
  if (root.EventTarget && typeof document !== 'undefined')
    wrap(root.EventTarget.prototype, 'addEventListener', (self, args) => {
      const type = args[0];
      if (type === 'devicemotion' || type === 'deviceorientation') api(`listener.${type}`);
      else if (type === 'copy' || type === 'paste') api(`listener.${type}`, self === root ? 'window' : self === document ? 'document' : 'element');
    });

  // --- asking for a permission ---
  const gesture = () => root.navigator?.userActivation?.isActive === true;
  const ask = (permission, name, detail = '') => {
    counts[name] = (counts[name] ?? 0) + 1;
    if (counts[name] <= 30) tell('permission', { permission, api: name, arguments: cut(detail, 300), gesture: gesture() });
  };
  for (const method of ['getCurrentPosition', 'watchPosition']) wrap(proto('Geolocation'), method, () => ask('geolocation', `geolocation.${method}`));
  const media = (constraints) => [constraints?.video ? 'camera' : '', constraints?.audio ? 'microphone' : ''].filter(Boolean);
  wrap(proto('MediaDevices'), 'getUserMedia', (_, args) => {
    for (const one of media(args[0])) ask(one, 'mediaDevices.getUserMedia', args[0]);
  });
  for (const method of ['getUserMedia', 'webkitGetUserMedia'])
    wrap(proto('Navigator'), method, (_, args) => {
      for (const one of media(args[0])) ask(one, `navigator.${method}`, args[0]);
    });
  wrap(proto('MediaDevices'), 'getDisplayMedia', () => ask('display-capture', 'mediaDevices.getDisplayMedia'));
  wrap(root.Notification, 'requestPermission', () => ask('notifications', 'Notification.requestPermission'));
  wrap(proto('PushManager'), 'subscribe', () => ask('push', 'PushManager.subscribe'));
  for (const method of ['read', 'readText']) wrap(proto('Clipboard'), method, () => ask('clipboard-read', `clipboard.${method}`));
  for (const kind of ['DeviceMotionEvent', 'DeviceOrientationEvent']) wrap(root[kind], 'requestPermission', () => ask('motion', `${kind}.requestPermission`));
  wrap(proto('Bluetooth'), 'requestDevice', (_, args) => ask('bluetooth', 'bluetooth.requestDevice', args[0]));
  wrap(proto('USB'), 'requestDevice', () => ask('usb', 'usb.requestDevice'));
  wrap(proto('Serial'), 'requestPort', () => ask('serial', 'serial.requestPort'));
  wrap(proto('HID'), 'requestDevice', () => ask('hid', 'hid.requestDevice'));
  wrap(proto('NDEFReader'), 'scan', () => ask('nfc', 'NDEFReader.scan'));
  wrap(proto('ContactsManager'), 'select', (_, args) => ask('contacts', 'contacts.select', args[0]));
  wrap(proto('Permissions'), 'request', (_, args) => ask(cut(args[0]?.name), 'permissions.request'));
  wrap(proto('Document'), 'requestStorageAccess', () => ask('storage-access', 'document.requestStorageAccess'));
  wrap(proto('CredentialsContainer'), 'get', (_, args) => {
    if (args[0]?.otp) ask('sms-code', 'credentials.get(otp)');
    else if (args[0]?.publicKey) ask('passkey', 'credentials.get(publicKey)');
  });
  wrap(root.IdleDetector, 'requestPermission', () => ask('idle-detection', 'IdleDetector.requestPermission'));
  wrap(proto('PaymentRequest'), 'show', () => ask('payment', 'PaymentRequest.show'));
  if (typeof document !== 'undefined') {
    wrap(root, 'open', (_, args) => api('window.open', args[0] ?? '', 20));
    wrap(proto('HTMLInputElement'), 'showPicker', (self) => api('input.showPicker', self.type));
  }

  // --- things that are still to come: timers that a page set once ---
  if (typeof document !== 'undefined') {
    const MOST = options.lateMs;
    const due = new Map();
    const dueSet = Map.prototype.set.bind(due);
    const dueDelete = Map.prototype.delete.bind(due);
    let told = 0;
    let depth = 0;
    const last = () => {
      let most = 0;
      due.forEach((at) => {
        if (at > most) most = at;
      });
      return most;
    };
    const report = () => {
      const most = last();
      if (Math.abs(most - told) < 40) return;
      told = most;
      tell('due', { inMs: most === 0 ? 0 : Math.max(0, Math.round(most - now())) }, false);
    };
    const timers = { setTimeout: 3, setInterval: 1 };
    for (const name of Object.keys(timers))
      wrap(root, name, (_, args) => {
        const delay = Number(args[1]) || 0;
        const callback = args[0];
        if (typeof callback !== 'function' || delay < 150 || delay > MOST || depth >= timers[name] || due.size > 200) return undefined;
        return (target, self) => {
          const level = depth + 1;
          let ticks = 0;
          let id;
          const started = now();
          const run = function () {
            ticks += 1;
            if (name === 'setTimeout' || now() - started > options.intervalMs) {
              dueDelete(id);
            } else dueSet(id, now() + delay);
            const outer = depth;
            depth = level;
            try {
              return apply(callback, this, arguments);
            } finally {
              depth = outer;
              report();
            }
          };
          const rest = [run, delay];
          for (let at = 2; at < args.length; at += 1) rest[at] = args[at];
          id = apply(target, self, rest);
          dueSet(id, now() + delay);
          report();
          return id;
        };
      });
    for (const name of ['clearTimeout', 'clearInterval'])
      wrap(root, name, (_, args) => {
        if (dueDelete(args[0])) report();
      });
  }

  // --- errors of the page's own scripts ---
  {
    let errors = 0;
    const listen = root.addEventListener?.bind(root);
    const say = (message) => {
      errors += 1;
      if (errors <= 20) tell('error', { message: cut(message, 500) }, false);
    };
    listen?.('error', (event) => {
      if (event.message) say(`${event.message} (${event.filename}:${event.lineno}:${event.colno})`);
    });
    listen?.('unhandledrejection', (event) => say(`unhandled rejection: ${cut(event.reason?.message ?? event.reason)}`));
  }
})
