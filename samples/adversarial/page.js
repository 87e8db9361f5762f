const far = 'http://other.adversarial-partner.test';

fetch('/-/empty?n=fetch');
fetch(`${far}/-/empty?n=fetch-cross`, { method: 'POST', mode: 'no-cors', body: 'cross=1' });
fetch(`${far}/-/empty?n=fetch-preflight`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' }).catch(() => {});
const xhr = new XMLHttpRequest();
xhr.open('POST', '/-/empty?n=xhr');
xhr.send('a=1');
new Image().src = '/-/gif?n=image-object';
navigator.sendBeacon('/-/empty?n=beacon', new Blob(['payload'], { type: 'text/plain' }));
fetch('/-/poll?n=long-poll&ms=15000').catch(() => {});
new EventSource('/-/events?n=event-source');
const socket = new WebSocket(`ws://${location.host}/live?n=socket`);
socket.onopen = () => socket.send('frame from page');
document.getElementById('auto').submit();

const worker = new Worker('worker.js?n=worker');
worker.postMessage('start');
const shared = new SharedWorker('shared.js?n=shared-worker');
shared.port.start();
const blob = new Blob([`fetch('${location.origin}/-/empty?n=blob-worker')`], { type: 'text/javascript' });
new Worker(URL.createObjectURL(blob));
// Only a trustworthy origin (localhost) has service workers.
navigator.serviceWorker?.register('service.js?n=service-worker').then(() => navigator.serviceWorker.ready).then((ready) => ready.active.postMessage('go'));

window.open('popup.html?n=popup-load', '_blank');
document.getElementById('open').addEventListener('click', () => window.open('popup.html?n=popup-click', '_blank'));
setTimeout(() => fetch('/-/empty?n=late-900'), 900);
setTimeout(() => new Image().src = '/-/gif?n=late-2500', 2500);

addEventListener('pagehide', () => {
  navigator.sendBeacon('/-/empty?n=pagehide-beacon', 'bye');
  fetch('/-/empty?n=pagehide-keepalive', { method: 'POST', keepalive: true, body: 'bye' });
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') navigator.sendBeacon('/-/empty?n=hidden-beacon', 'hidden');
});
addEventListener('beforeunload', () => { new Image().src = '/-/gif?n=beforeunload-image'; });
