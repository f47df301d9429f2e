const SCOPE = '/pwa/';

/**
 * Installs the service worker that makes part of the app work offline. It is installed anew, so
 * that it keeps the pages of this run.
 */
export async function keepOffline(): Promise<void> {
  const registrations = await navigator.serviceWorker.getRegistrations();
  const earlier = registrations.filter(({ scope }) => new URL(scope).pathname === SCOPE);
  await Promise.all(earlier.map((it) => it.unregister()));
  const registration = await navigator.serviceWorker.register(`${SCOPE}worker.js`, {
    scope: SCOPE,
  });
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (!worker) throw new Error('the service worker is not there');
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the service worker was not installed'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
