/** Script of both kinds of worker: sends what the page asks for and answers what came back. */
export const tokenWorker = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data, ports: [port] }) => {
  fetch(data.url, data.init)
    .then(async (answer) => port.postMessage({ status: answer.status, headers: [...answer.headers], text: await answer.text() }))
    .catch((error) => port.postMessage({ error: String(error) }));
});
`;
