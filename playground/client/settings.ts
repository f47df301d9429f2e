import type { ClientSettings, PageSettings } from '../app/page.ts';

declare global {
  /** What the server wrote into `/settings.js`. */
  var playground: PageSettings;
}

/** The settings that the server wrote for the page. */
export const settings = globalThis.playground;

/** Parameters of an authorization response that came as a POST; null when none did. */
export const posted = JSON.parse(document.querySelector('#posted')?.textContent ?? 'null') as
  | string
  | null;

/** The registration of a scenario's client, or the one that the tab made itself. */
export function clientOf(name: string): ClientSettings {
  const client = settings.clients[name];
  if (!client) throw new Error(`there is no client for ${name}`);
  const clientId = sessionStorage.getItem(`client of ${name}`) ?? client.clientId;
  return { ...client, clientId };
}

/** Makes a scenario continue as the client that it has just registered. */
export function rememberClient(name: string, clientId: string): void {
  sessionStorage.setItem(`client of ${name}`, clientId);
}

/** Whether a service worker answers the callback of the scenario's client. */
export function isCached(name: string): boolean {
  return new URL(clientOf(name).redirectUri).pathname.startsWith('/pwa/');
}

/** Scopes of an ordinary login. */
export const scope = 'openid profile email notes.read';
