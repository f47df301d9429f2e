import { finish, start } from './code-flow.ts';
import { grants } from './grants.ts';
import {
  finishWithLibrary,
  isSilentCallback,
  reportToOpener,
  startWithLibrary,
} from './oidc-client.ts';
import { settings } from './settings.ts';
import { isSilentFrame, reportToParent, silentLogin } from './silent.ts';
import { attempt, isRunning, show } from './status.ts';

/** Runs one scenario to its end, which is also where every error of the client ends. */
async function run(name: string, step: () => Promise<string | null>): Promise<void> {
  show(name, 'running', 'Waiting for the login …');
  try {
    const text = await step();
    if (text !== null) show(name, 'done', text);
  } catch (error) {
    show(name, 'failed', error instanceof Error ? error.message : String(error));
  }
}

async function press(name: string): Promise<void> {
  if (isRunning()) return;
  await run(name, async () => {
    const armed = await fetch(`/arm?scenario=${name}`, { method: 'POST' });
    if (!armed.ok) throw new Error(await armed.text());
    // A body that nobody reads counts as aborted in DevTools.
    await armed.text();
    const library = settings.clients[name]?.library;
    const grant = grants[name];
    if (grant) return grant(name);
    if (library === 'oidc-client-ts') return startWithLibrary(name);
    if (name === 'login-required') return silentLogin(name);
    if (library !== 'server') return start(name);
    location.assign(`/server/login?scenario=${name}`);
    return null;
  });
}

function arrive(): void {
  const left = attempt.takeNote();
  if (left) show(left.name, 'done', left.text);
  if (location.pathname !== '/callback') return;
  const name = attempt.scenario();
  if (name === null) return;
  const withLibrary = settings.clients[name]?.library === 'oidc-client-ts';
  void run(name, () => (withLibrary ? finishWithLibrary(name) : finish(name)));
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-scenario]')) {
  button.addEventListener('click', () => void press(button.dataset.scenario ?? ''));
}
if (location.pathname === '/popup-callback') void reportToOpener();
else if (isSilentCallback()) void finishWithLibrary('');
else if (isSilentFrame()) reportToParent();
else arrive();
