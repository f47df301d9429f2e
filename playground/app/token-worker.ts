/** Script of both kinds of worker. It sends the page's request and passes the response back. */
export const tokenWorker = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data, ports: [port] }) => {
  fetch(data.url, data.init)
    .then(async (answer) => port.postMessage({ status: answer.status, headers: [...answer.headers], text: await answer.text() }))
    .catch((error) => port.postMessage({ error: String(error) }));
});
`;
