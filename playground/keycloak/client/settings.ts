import type { KeycloakPageSettings } from '../app.ts';

/** What the app's server wrote into the page. */
export const settings = JSON.parse(
  document.querySelector('#settings')?.textContent ?? '{}',
) as KeycloakPageSettings;

/** The redirection endpoint of every login that fills the whole tab. */
export const callback = `${location.origin}/callback`;

/** Where silent logins come back to, in a frame. */
export const silentCallback = `${location.origin}/silent`;

/** Where people arrive after a logout. */
export const loggedOut = `${location.origin}/logged-out`;
