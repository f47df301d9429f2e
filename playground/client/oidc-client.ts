import { IndexedDbDPoPStore, UserManager } from 'oidc-client-ts';
import { clientOf, scope } from './settings.ts';
import { attempt } from './status.ts';
import { wait } from './wait.ts';

/** Starts a login with oidc-client-ts. A login in a popup ends here as well. */
export async function startWithOidcClient(name: string): Promise<string | null> {
  attempt.begin(name, null);
  const manager = managerOf(name);
  if (name === 'popup') {
    const user = await manager.signinPopup();
    return `Logged in as ${user.profile.name}, in a popup.`;
  }
  await manager.signinRedirect();
  return null;
}

/** Passes the response to the page that opened this window. That page closes it. */
export async function reportToOpener(): Promise<void> {
  await managerOf('popup').signinPopupCallback();
}

/** Finishes a login with oidc-client-ts and continues with the scenario. */
export async function finishWithOidcClient(name: string): Promise<string | null> {
  const manager = managerOf(name);
  const { href } = location;
  history.replaceState(null, '', '/callback');
  const user = await manager.signinRedirectCallback(href);
  if (name === 'logout-oidc-client-ts') {
    await manager.signoutRedirect();
    return null;
  }
  // Its session iframe asks every two seconds.
  if (name.startsWith('session-iframe')) await wait(3_000);
  if (name !== 'silent-renewal') return `Logged in as ${user.profile.name ?? user.profile.sub}.`;
  const renewed = await manager.signinSilent();
  return `Logged in as ${renewed?.profile.name}, renewed without being asked.`;
}

/** True in the iframe of a silent renewal. */
export function isSilentCallback(): boolean {
  return location.pathname === '/silent-callback' && attempt.scenario() === 'silent-renewal';
}

/** Passes the response of a silent renewal to the page that waits for it. */
export async function finishSilently(): Promise<string> {
  await managerOf('silent-renewal').signinSilentCallback();
  return '';
}

/** The library as a scenario sets it up. */
function managerOf(name: string): UserManager {
  const { clientId, redirectUri, issuer } = clientOf(name);
  const dpop = { store: new IndexedDbDPoPStore(), bind_authorization_code: true };
  return new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: redirectUri,
    post_logout_redirect_uri: `${location.origin}/logged-out`,
    silent_redirect_uri: `${location.origin}/silent-callback`,
    response_type: 'code',
    scope,
    // The library fetches userinfo with Bearer even if the token is bound to a key.
    loadUserInfo: name !== 'dpop-oidc-client-ts',
    automaticSilentRenew: false,
    monitorSession: name.startsWith('session-iframe'),
    ...(name === 'dpop-oidc-client-ts' ? { dpop } : {}),
  });
}
