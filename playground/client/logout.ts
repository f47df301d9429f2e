import type { Login } from './login.ts';
import { attempt } from './status.ts';
import { wait } from './wait.ts';

/** Logs out soon after the login (OpenID Connect RP-Initiated Logout section 2). */
export async function logout({ as, name, tokens }: Login): Promise<null> {
  const url = new URL(as.end_session_endpoint ?? '');
  const back = name === 'logout-unregistered' ? '/goodbye' : '/logged-out';
  const state = crypto.randomUUID();
  sessionStorage.setItem('logout state', state);
  // Users do not log out at the moment of the login, and Chromium would forget the tokens.
  await wait(600);
  url.search = new URLSearchParams({
    id_token_hint: tokens.id_token ?? '',
    post_logout_redirect_uri: `${location.origin}${back}`,
    state,
  }).toString();
  location.assign(url);
  return null;
}

/** True on the page to which the authorization server sends users after a logout. */
export function isLoggedOut(): boolean {
  return location.pathname === '/logged-out' && attempt.scenario() !== null;
}

/** Compares the state that came back with the one that was sent. */
export async function afterLogout(): Promise<string> {
  const state = sessionStorage.getItem('logout state');
  sessionStorage.removeItem('logout state');
  const returned = new URLSearchParams(location.search).get('state');
  // A library that logs out does not reveal the state that it sent.
  if (state !== null && returned !== state) throw new Error('another logout came back');
  return 'Logged out.';
}
