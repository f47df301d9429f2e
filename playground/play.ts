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
  await page.goto(options.url);
  await page.click(`[data-scenario="${scenario.name}"]`);
  let answered = 0;
  let last: Sight | null = null;
  while (Date.now() < deadline) {
    // A page that is just being left cannot be asked: ask again.
    const seen: Sight | null = await page.evaluate<Sight>(look).catch(() => null);
    last = seen ?? last;
    if (seen?.ready) {
      const ending = endingOf(seen, scenario);
      if (ending) return ending;
      if (seen.login && seen.document !== answered) {
        answered = seen.document;
        await page.click(`#${scenario.answer}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${scenario.name} did not end in time; last seen: ${JSON.stringify(last)}`);
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
  { uri, state, scenario: name }: Sight,
  { name: wanted }: Scenario,
): Ending | null {
  if (/^(chrome-error:|about:neterror)/.test(uri)) return 'browser-error';
  if (state === 'error-page') return 'error-page';
  return state === 'done' && name === wanted ? 'app' : null;
}
