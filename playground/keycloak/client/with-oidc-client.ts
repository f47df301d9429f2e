import { UserManager } from 'oidc-client-ts';
import { callback, settings, silentCallback } from './settings.ts';

/** Runs one step of a scenario with oidc-client-ts. Null when the tab goes elsewhere. */
export async function runWithOidcClient(): Promise<string | null> {
  const manager = new UserManager({
    authority: settings.issuer,
    client_id: settings.clients.spa,
    redirect_uri: callback,
    silent_redirect_uri: silentCallback,
    scope: 'openid profile email',
    loadUserInfo: true,
    automaticSilentRenew: false,
    monitorSession: false,
  });
  if (location.pathname === '/silent') {
    await manager.signinSilentCallback();
    return null;
  }
  if (location.pathname === '/') {
    await manager.signinRedirect();
    return null;
  }
  const { href } = location;
  history.replaceState(null, '', '/callback');
  const user = await manager.signinRedirectCallback(href);
  const renewed = await manager.signinSilent();
  return `Logged in as ${user.profile.name}, renewed until ${renewed?.expires_at}.`;
}
