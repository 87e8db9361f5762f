addEventListener('install', (event) => event.waitUntil(fetch('/-/empty?n=service-install').then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', () => fetch('/-/empty?n=from-service-worker', { method: 'POST', body: 'service body' }));
