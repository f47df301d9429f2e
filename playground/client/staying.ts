import { attempt, isRunning, show } from './status.ts';
import { wait } from './wait.ts';
import { wordsOfError } from './words-of-error.ts';

/** A login that goes on, with the library that made it. */
export interface Staying {
  /** Sends the browser to the login page. With `prompt`, the server asks who the user is. */
  login(prompt?: 'login'): Promise<void>;
  /** Calls the API, with a new token when the one that it has is over. */
  callApi(): Promise<void>;
  /** Gets new tokens now. */
  refresh(): Promise<void>;
  logOut(): Promise<void>;
  /** Null where the library has no popup. */
  readonly popup: (() => Promise<void>) | null;
}

/** What the application does when something fails. The user chooses it. */
const REACTIONS = ['nothing', 'retry', 'loop', 'login', 'logout', 'error-page'] as const;
type Reaction = (typeof REACTIONS)[number];

const CHOSEN = 'reaction';
const PAUSE = 150;
const ROUNDS = 4;

const chosen = (): Reaction =>
  REACTIONS.find((one) => one === sessionStorage.getItem(CHOSEN)) ?? 'nothing';

/** Ends a login with buttons for what comes after it. */
export async function stay(name: string, login: Staying): Promise<string> {
  const act = (step: () => Promise<void>) => async (): Promise<void> => {
    if (isRunning()) return;
    show(name, 'running', 'Waiting …');
    try {
      await step();
      show(name, 'done', 'That worked.');
    } catch (error) {
      await react(name, login, step, error);
    }
  };
  addButton(
    'call-api',
    'Call the API',
    act(() => login.callApi()),
  );
  addButton(
    'refresh',
    'Refresh',
    act(() => login.refresh()),
  );
  addButton('log-out', 'Log out', () => login.logOut());
  addButton('other-user', 'Log in as another user', () => login.login('login'));
  const { popup } = login;
  if (popup) addButton('popup', 'Log in in a popup', act(popup));
  addChoice();
  return 'Logged in.';
}

async function react(
  name: string,
  login: Staying,
  step: () => Promise<void>,
  error: unknown,
): Promise<void> {
  const failed = (text: string) => show(name, 'failed', text);
  switch (chosen()) {
    case 'nothing':
      return failed(wordsOfError(error));
    case 'retry':
      await wait(PAUSE);
      return step().then(
        () => show(name, 'done', 'That worked the second time.'),
        (again) => failed(`Twice: ${wordsOfError(again)}`),
      );
    case 'loop': {
      for (let round = 0; round < ROUNDS; round += 1) {
        await wait(PAUSE);
        await step().catch(() => null);
      }
      return failed(`Many times: ${wordsOfError(error)}`);
    }
    case 'login':
      attempt.begin(name, null);
      return login.login();
    case 'logout':
      return login.logOut();
    case 'error-page':
      location.assign(`/oops?why=${encodeURIComponent(wordsOfError(error))}`);
  }
}

function addButton(id: string, text: string, press: () => Promise<void>): void {
  const button = document.createElement('button');
  button.id = id;
  button.textContent = text;
  button.addEventListener('click', () => void press());
  place().append(button, ' ');
}

function addChoice(): void {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.id = 'reaction';
  select.append(...REACTIONS.map((one) => new Option(one, one, false, one === chosen())));
  select.addEventListener('change', () => sessionStorage.setItem(CHOSEN, select.value));
  label.append('After an error: ', select);
  place().append(label);
}

function place(): HTMLElement {
  const known = document.querySelector<HTMLElement>('#staying');
  if (known) return known;
  const made = document.createElement('p');
  made.id = 'staying';
  document.querySelector('#scenarios')?.before(made);
  return made;
}
