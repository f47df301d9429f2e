import type { PageDriver } from './page-driver.ts';
import type { Scenario } from './scenario.ts';

/** How a scenario ended: in the app, on the server's error page, or on the browser's. */
export type Ending = 'app' | 'error-page' | 'browser-error';

interface Options {
  /** Address of the playground's page. */
  readonly url: string;
  readonly timeout?: number;
}

/** A document as a user sees it. */
export interface Sight {
  /** Identifies the document. */
  readonly document: string;
  readonly uri: string;
  readonly state: string;
  readonly scenario: string;
  readonly ready: boolean;
  /** The page of Keycloak's login theme. Empty elsewhere. */
  readonly keycloakPage: string;
  /** The button that a user who agrees presses here. */
  readonly asks: 'sign-in' | 'sign-out' | null;
  /** Milliseconds since it was first looked at. */
  readonly age: number;
}

type Window = Pick<PageDriver, 'click' | 'evaluate'>;

/**
 * Presses a scenario's button, logs in and out when asked, and waits until the scenario has ended.
 */
export async function play(
  page: PageDriver,
  scenario: Scenario,
  options: Options,
): Promise<Ending> {
  const { inTime, sight, until } = watch(page, scenario.name, options.timeout ?? 20_000);
  const left = await sight();
  await inTime(page.goto(options.url));
  // The page reacts to its buttons once its script has run.
  const isStart = ({ ready, document, uri, age }: Sight) =>
    ready && age > page.look && document !== left?.document && uri.startsWith(options.url);
  await until((seen) => isStart(seen) || null);
  await inTime(page.click(`button[data-scenario="${scenario.name}"]`));
  let answered = '';
  const answer = async (window: Window, seen: Sight): Promise<void> => {
    if (!seen.ready || seen.asks === null || seen.age <= page.look) return;
    if (seen.document === answered) return;
    const press = window.click(`#${seen.asks === 'sign-in' ? scenario.answer : seen.asks}`);
    answered = await inTime(press.then(() => seen.document).catch(() => answered));
  };
  return until(async (seen) => {
    const ending = endingOf(seen, scenario);
    if (ending) return ending;
    await answer(page, seen);
    const popup = await inTime(page.popup().catch(() => null));
    const shown = popup && (await inTime(popup.evaluate<Sight>(look).catch(() => null)));
    if (popup && shown) await answer(popup, shown);
    return null;
  });
}

/** Creates ways to wait for a page. All have the same deadline. */
export function watch(page: PageDriver, name: string, timeout: number) {
  const deadline = performance.now() + timeout;
  let last: Sight | null = null;
  const late = () => new Error(`${name} did not end in time; last seen: ${inWords(last)}`);
  const inTime = <T>(step: Promise<T>) => before(deadline, step, late);
  // A page that is being left cannot be evaluated or pressed. Ask again.
  const sight = () => inTime(page.evaluate<Sight>(look).catch(() => null));
  const until = async <T>(decide: (seen: Sight) => T | null | Promise<T | null>): Promise<T> => {
    for (;;) {
      const seen = await sight();
      last = seen ?? last;
      const decided = seen && (await decide(seen));
      if (decided !== null) return decided;
      await inTime(new Promise((resolve) => setTimeout(resolve, 50)));
    }
  };
  return { inTime, sight, until };
}

/** Resolves to the step's result, or rejects after the deadline. */
function before<T>(deadline: number, step: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), deadline - performance.now());
    step.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function inWords(sight: Sight | null): string {
  return sight ? JSON.stringify(sight) : 'nothing';
}

// Documents are marked, because Firefox gives a page after an error page the same time origin.
const look = `(() => {
  const { documentURI, readyState, documentElement } = document;
  return {
    document: (documentElement.dataset.seen ??= Math.random() + ' ' + Date.now()),
    age: Date.now() - Number((documentElement.dataset.seen ?? '').split(' ')[1]),
    uri: documentURI,
    state: documentElement.dataset.state ?? '',
    scenario: documentElement.dataset.scenario ?? '',
    ready: readyState === 'complete',
    keycloakPage: document.body?.dataset.pageId ?? '',
    asks: document.querySelector('#sign-in, #sign-out')?.id ?? null,
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
