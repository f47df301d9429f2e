import { attempt, show } from '../../client/status.ts';
import { settings } from './settings.ts';
import { runWithKeycloakJs } from './with-keycloak-js.ts';
import { runWithOauth4webapi } from './with-oauth4webapi.ts';
import { runWithOidcClient } from './with-oidc-client.ts';

async function step(name: string): Promise<string | null> {
  if (location.pathname === '/logged-out') return 'Logged out.';
  const library = settings.libraries[name];
  if (library === 'keycloak-js') return runWithKeycloakJs(name);
  return library === 'oidc-client-ts' ? runWithOidcClient() : runWithOauth4webapi(name);
}

/** Runs one step of a scenario. An error ends the scenario too, in the client's own words. */
async function run(name: string): Promise<void> {
  show(name, 'running', 'Waiting …');
  try {
    const text = await step(name);
    if (text !== null) show(name, 'done', text);
  } catch (error) {
    show(name, 'failed', error instanceof Error ? error.message : String(error));
  }
}

function press(name: string): void {
  attempt.begin(name, null);
  void run(name);
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-scenario]')) {
  button.addEventListener('click', () => press(button.dataset.scenario ?? ''));
}
const name = attempt.scenario();
// keycloak-js expects its page for silent logins to pass its address on.
if (location.pathname === '/silent' && settings.libraries[name ?? ''] === 'keycloak-js')
  parent.postMessage(location.href, location.origin);
else if (location.pathname !== '/' && name !== null) void run(name);
