import type { KeycloakPageSettings } from '../app.ts';

/** The settings that the app's server wrote into the page. */
export const settings = JSON.parse(
  document.querySelector('#settings')?.textContent ?? '{}',
) as KeycloakPageSettings;

/** The redirection endpoint of every login that fills the whole tab. */
export const callback = `${location.origin}/callback`;

/** Redirection endpoint of silent logins, in a frame. */
export const silentCallback = `${location.origin}/silent`;

/** Page to which Keycloak sends users after a logout. */
export const loggedOut = `${location.origin}/logged-out`;
