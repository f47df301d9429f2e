import { UserManager } from 'oidc-client-ts';
import { clientOf, scope, settings } from './settings.ts';
import { attempt } from './status.ts';

/** Starts a login with oidc-client-ts. */
export async function startWithLibrary(name: string): Promise<string | null> {
  attempt.begin(name, null);
  const manager = managerOf(name);
  if (name === 'popup') {
    const user = await manager.signinPopup();
    return `Logged in as ${user.profile.name}, in a popup.`;
  }
  await manager.signinRedirect();
  return null;
}

/** Hands the response to the page that opened this window, which closes it. */
export async function reportToOpener(): Promise<void> {
  await managerOf('popup').signinPopupCallback();
}

/** Finishes it, and renews the tokens in an iframe where the scenario says so. */
export async function finishWithLibrary(name: string): Promise<string> {
  if (isSilentCallback()) {
    await managerOf('silent-renewal').signinSilentCallback();
    return '';
  }
  const manager = managerOf(name);
  const { href } = location;
  history.replaceState(null, '', '/callback');
  const user = await manager.signinRedirectCallback(href);
  if (name !== 'silent-renewal') return `Logged in as ${user.profile.name}.`;
  const renewed = await manager.signinSilent();
  return `Logged in as ${renewed?.profile.name}, renewed without being asked.`;
}

/** True in the iframe of a silent renewal. */
export function isSilentCallback(): boolean {
  return location.pathname === '/silent-callback' && attempt.scenario() === 'silent-renewal';
}

function managerOf(name: string): UserManager {
  const { clientId, redirectUri } = clientOf(name);
  return new UserManager({
    authority: settings.issuer,
    client_id: clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: redirectUri,
    silent_redirect_uri: `${location.origin}/silent-callback`,
    response_type: 'code',
    scope,
    loadUserInfo: true,
    automaticSilentRenew: false,
    monitorSession: false,
  });
}
