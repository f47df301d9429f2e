import { until } from '../../playground/browsers/poll.ts';
import type { BrowserSession } from '../../playground/browsers/types.ts';
import type { Sight } from '../../playground/play.ts';
import type { Library } from './rehearse-trial.ts';

/** Whether the page has anything of a rehearsal. */
const IS_BENT = `Object.getOwnPropertySymbols(window.wrappedJSObject ?? window).some((one) => String(one).includes('grantscope'))`;

const LOOK = `(() => {
  const { documentElement: { dataset }, readyState } = document;
  return {
    ready: readyState === 'complete',
    state: dataset.state ?? '',
    asks: document.querySelector('#sign-in') !== null,
    shows: document.querySelector('#status')?.textContent ?? document.body?.innerText ?? '',
    stays: document.querySelector('#call-api') !== null,
  };
})()`;

interface Seen extends Pick<Sight, 'ready' | 'state'> {
  readonly asks: boolean;
  readonly shows: string;
  readonly stays: boolean;
}

/** The application of the playground that stays open, as its user presses it. */
export class StayingApp {
  #session: BrowserSession;
  #url: string;
  readonly library: Library;

  constructor(session: BrowserSession, url: string, library: Library) {
    this.#session = session;
    this.#url = url;
    this.library = library;
  }

  get client(): string {
    return `playground-staying-${this.library}`;
  }

  #look(): Promise<Seen> {
    return this.#session.page.evaluate<Seen>(LOOK);
  }

  isBent(): Promise<boolean> {
    return this.#session.page.evaluate<boolean>(IS_BENT);
  }

  /** Logs in from the first page, calls the API and refreshes. */
  async logInAndUse(): Promise<void> {
    await this.open();
    await this.press('log-in');
    await this.settled();
    await this.press('call-api');
    await this.settled();
    await this.press('refresh');
    await this.settled();
  }

  /** Opens the first page, unless one of the application is open. */
  async open(): Promise<void> {
    const { page } = this.#session;
    const isThere = `document.querySelector('button[data-scenario]') !== null`;
    if (await page.evaluate<boolean>(isThere).catch(() => false)) return;
    await page.goto(this.#url);
    await until('the buttons of the page', () =>
      page.evaluate<boolean>(`document.querySelector('button[data-scenario]') !== null`),
    );
    await until('a page that DevTools have looked at', () =>
      page.evaluate<boolean>(`performance.now() > ${page.look}`),
    );
  }

  /** Logs in as another user, up to the page of the server. */
  async openLoginPage(): Promise<void> {
    await this.press('other-user');
    await until('the login page', async () => (await this.#look()).asks);
  }

  async press(what: 'log-in' | 'call-api' | 'refresh' | 'popup' | 'other-user'): Promise<void> {
    const { page } = this.#session;
    const button =
      what === 'log-in' ? `button[data-scenario="staying-${this.library}"]` : `#${what}`;
    await page.click(button);
  }

  /** What the application does after an error. */
  async reactsWith(reaction: string): Promise<void> {
    await this.#session.page.evaluate(
      `sessionStorage.setItem('reaction', ${JSON.stringify(reaction)})`,
    );
  }

  /** Waits for the end of what was pressed, and logs in when asked. */
  async settled(): Promise<void> {
    await this.#ended({ answers: true, shows: /^/ });
  }

  /** Waits until what was pressed ends with these words. The user does nothing on the login page. */
  async endsWith(shows: RegExp): Promise<void> {
    await this.#ended({ answers: false, shows });
  }

  async #ended({ answers, shows }: { answers: boolean; shows: RegExp }): Promise<void> {
    let last = '';
    const isOver = async (): Promise<boolean> => {
      const seen = await this.#look();
      if (answers) await this.#answer(seen);
      last = seen.shows;
      const isEnd = seen.state === 'done' || seen.state === 'error-page';
      return seen.ready && isEnd && shows.test(last);
    };
    await until(`the end with ${shows}`, isOver, 20_000).catch((error: unknown) => {
      throw new Error(`${String(error)}. The page shows: ${last}`);
    });
  }

  async #answer({ asks, ready }: Seen): Promise<void> {
    const { page } = this.#session;
    const popup = await page.popup().catch(() => null);
    if (await popup?.evaluate<boolean>(`document.querySelector('#sign-in') !== null`))
      await popup?.click('#sign-in');
    if (asks && ready) await page.click('#sign-in');
  }
}
