import type { Addresses } from '../addresses.ts';

/**
 * Script of a service worker that makes the app work offline. It answers every navigation with the
 * page that it keeps, and requests for the server's metadata with what it keeps.
 */
export function cacheWorker({ issuer }: Addresses): string {
  const shell = '/pwa/shell';
  const kept = JSON.stringify([shell, `${issuer}/.well-known/openid-configuration`]);
  return `
const keep = async () => (await caches.open('pwa')).addAll(${kept});
const kept = (request) => caches.match(request, { ignoreVary: true });
self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const wanted = request.mode === 'navigate' ? '${shell}' : request;
  event.respondWith(kept(wanted).then((answer) => answer ?? fetch(request)));
});
`;
}
