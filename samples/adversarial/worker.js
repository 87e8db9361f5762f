importScripts('imported.js?n=import-scripts');
onmessage = () => {
  fetch('/-/empty?n=from-worker', { method: 'POST', body: 'worker body' });
  const socket = new WebSocket(`ws://${location.host}/live?n=socket-worker`);
  socket.onopen = () => socket.send('frame from worker');
  new Worker('nested.js?n=nested-worker');
};
