import type { PageDriver } from './page-driver.ts';
import type { Scenario } from './scenario.ts';

/** How a scenario ended: in the app, on the server's error page, or on the browser's. */
export type Ending = 'app' | 'error-page' | 'browser-error';

interface Options {
  /** Address of the playground's page. */
  readonly url: string;
  readonly timeout?: number;
}

interface Sight {
  readonly document: number;
  readonly uri: string;
  readonly state: string;
  readonly scenario: string;
  readonly ready: boolean;
  readonly login: boolean;
}

/** Presses a scenario's button, logs in when asked to, and waits until the scenario has ended. */
export async function play(
  page: PageDriver,
  scenario: Scenario,
  options: Options,
): Promise<Ending> {
  const deadline = Date.now() + (options.timeout ?? 20_000);
  let last: Sight | null = null;
  const late = () => new Error(`${scenario.name} did not end in time; last seen: ${inWords(last)}`);
  const inTime = <T>(step: Promise<T>) => before(deadline, step, late);
  await inTime(page.goto(options.url));
  await inTime(page.click(`[data-scenario="${scenario.name}"]`));
  let answered = 0;
  for (;;) {
    // A page that is just being left cannot be asked or pressed: ask again.
    const seen = await inTime(page.evaluate<Sight>(look).catch(() => null));
    last = seen ?? last;
    const ending = seen ? endingOf(seen, scenario) : null;
    if (ending) return ending;
    if (seen?.ready && seen.login && seen.document !== answered) {
      const press = page.click(`#${scenario.answer}`);
      answered = await inTime(press.then(() => seen.document).catch(() => answered));
    }
    await inTime(new Promise((resolve) => setTimeout(resolve, 50)));
  }
}

/** The step's result, or the error once the deadline has passed. */
function before<T>(deadline: number, step: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), deadline - Date.now());
    step.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function inWords(sight: Sight | null): string {
  return sight ? JSON.stringify(sight) : 'nothing';
}

const look = `(() => {
  const { documentURI, readyState, documentElement } = document;
  return {
    document: performance.timeOrigin,
    uri: documentURI,
    state: documentElement.dataset.state ?? '',
    scenario: documentElement.dataset.scenario ?? '',
    ready: readyState === 'complete',
    login: document.querySelector('#sign-in') !== null,
  };
})()`;

function endingOf(
  { uri, ready, state, scenario: name }: Sight,
  { name: wanted }: Scenario,
): Ending | null {
  // Firefox never finishes loading its own error page.
  if (/^(chrome-error:|about:neterror)/.test(uri)) return 'browser-error';
  if (!ready) return null;
  if (state === 'error-page') return 'error-page';
  return state === 'done' && name === wanted ? 'app' : null;
}
