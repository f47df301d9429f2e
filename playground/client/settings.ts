import type { ClientSettings, PageSettings } from '../app/page.ts';

/** What the server wrote into the page. */
export const settings = JSON.parse(
  document.querySelector('#settings')?.textContent ?? '{}',
) as PageSettings;

/** The registration of a scenario's client. */
export function clientOf(name: string): ClientSettings {
  const client = settings.clients[name];
  if (!client) throw new Error(`there is no client for ${name}`);
  return client;
}

/** Scopes of an ordinary login. */
export const scope = 'openid profile email notes.read';
