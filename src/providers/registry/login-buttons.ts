import { providerAt } from './hosts.ts';
import { providers } from './index.ts';

const paths = providers.flatMap(({ loginButton }) => loginButton?.path ?? []);

/** Matches what follows the first slash of such a path at any provider, so that recorders keep it. */
export const LOGIN_BUTTON_PATHS = new RegExp(paths.map(({ source }) => source).join('|'));

/** Whether a page loads the login button or prompt of a provider from this URL. */
export function isLoginButton(url: string): boolean {
  const path = providerAt(url)?.loginButton?.path;
  const start = url.indexOf('/', url.indexOf('//') + 2) + 1;
  return path !== undefined && new RegExp(`^(?:${path.source})(?:[/?#]|$)`).test(url.slice(start));
}
