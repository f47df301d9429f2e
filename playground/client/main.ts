import * as oauth from 'oauth4webapi';
import { chains, isInitiatedLogin, startInitiatedLogin } from './chains.ts';
import { finish, start } from './code-flow.ts';
import { grants } from './grants.ts';
import { keepOffline } from './keep-offline.ts';
import { libraries } from './libraries.ts';
import { afterLogout, isLoggedOut } from './logout.ts';
import { finishSilently, isSilentCallback, reportToOpener } from './oidc-client.ts';
import { clientOf, isCached, settings } from './settings.ts';
import { isSilentFrame, reportToParent, silentLogin } from './silent.ts';
import { attempt, isRunning, show } from './status.ts';
import { stayingClient } from './staying-clients.ts';
import { wordsOfError } from './words-of-error.ts';

/** Runs one scenario to its end and shows every error of the client. */
async function run(name: string, step: () => Promise<string | null>): Promise<void> {
  show(name, 'running', 'Waiting for the login …');
  try {
    const text = await step();
    if (text !== null) show(name, 'done', text);
  } catch (error) {
    await readRest(error);
    show(name, 'failed', wordsOfError(error));
  }
}

/** Reads what a library left unread of an answer. DevTools export nothing of a page with such. */
async function readRest(error: unknown): Promise<void> {
  const answer =
    error instanceof oauth.WWWAuthenticateChallengeError
      ? error.response
      : error instanceof Error && error.cause;
  if (answer instanceof Response && !answer.bodyUsed) await answer.text().catch(() => '');
}

async function press(name: string): Promise<void> {
  if (isRunning()) return;
  await run(name, async () => {
    const armed = await fetch(`/arm?scenario=${name}`, { method: 'POST' });
    if (!armed.ok) throw new Error(await armed.text());
    // DevTools count an unread body as aborted.
    await armed.text();
    attempt.begin(name, null);
    if (isCached(name)) await keepOffline();
    return (stayingClient(name)?.start ?? beginning(name))(name);
  });
}

function beginning(name: string): (name: string) => Promise<string | null> {
  const { library = '' } = settings.clients[name] ?? {};
  if (library === 'server') return loginOnServer;
  if (name === 'login-required') return silentLogin;
  return grants[name] ?? chains[name] ?? libraries[library]?.start ?? start;
}

function ending(library: string): (name: string) => Promise<string | null> {
  if (library === 'server') return notLoggedIn;
  return libraries[library]?.finish ?? finish;
}

/** The page in the place of the server's callback, which has not seen the code. */
async function notLoggedIn(): Promise<never> {
  throw new Error('you are not logged in');
}

async function loginOnServer(name: string): Promise<null> {
  location.assign(clientOf(name).serverLogin);
  return null;
}

/** The scenario whose callback is at this origin, where the page that began it stored nothing. */
function strandedHere(): string | null {
  const here = location.origin + location.pathname;
  if (new URL(settings.clients.clean?.redirectUri ?? '').origin === location.origin) return null;
  const found = Object.entries(settings.clients).find(([, it]) => it.redirectUri === here);
  return found?.[0] ?? null;
}

function arrive(): void {
  const left = attempt.takeNote();
  if (left) show(left.name, 'done', left.text);
  const name = attempt.scenario() ?? strandedHere();
  if (isInitiatedLogin()) return void run('third-party-login', startInitiatedLogin);
  if (name === null) return;
  if (isLoggedOut()) return void run(name, afterLogout);
  if (!['/callback', '/pwa/callback', '/strict/callback'].includes(location.pathname)) return;
  const { library = '' } = settings.clients[name] ?? {};
  void run(name, () => (stayingClient(name)?.finish ?? ending(library))(name));
}

/** Shows a button for each scenario, with what it does. */
function showScenarios(): void {
  const rows = settings.scenarios.map(({ name, title, sentence }) => {
    const row = document.createElement('li');
    const button = document.createElement('button');
    const words = document.createElement('span');
    button.dataset.scenario = name;
    button.textContent = title;
    words.textContent = sentence;
    row.append(button, ' ', words);
    return row;
  });
  document.querySelector('#scenarios')?.append(...rows);
}

showScenarios();
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-scenario]')) {
  button.addEventListener('click', () => void press(button.dataset.scenario ?? ''));
}
if (location.pathname === '/popup-callback') void reportToOpener();
else if (isSilentCallback()) void finishSilently();
else if (isSilentFrame()) reportToParent();
else arrive();
