import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../playground/browsers/find.ts';
import { launchBrowser } from '../../playground/browsers/launch.ts';
import { until } from '../../playground/browsers/poll.ts';
import type { BrowserName, BrowserSession } from '../../playground/browsers/types.ts';
import { login } from '../helpers/exchanges.ts';
import { HOSTILE, IMAGE } from '../hostile/breakers.ts';
import { harText } from '../hostile/har-text.ts';
import { spoil } from '../hostile/spoil.ts';
import { builtExtension } from './built-extension.ts';
import { clientOf, type HostileKind, type HostileSite, startHostileSite } from './hostile-site.ts';
import { untilRecording } from './panel-view.ts';
import { importFile, type SeenFlow, walkFlow } from './panel-walk.ts';

const whole = harText(login());

/** Files that a user may open, what the panel says about each, and whether it has flows. */
const FILES = [
  ['cut.har', whole.slice(0, whole.indexOf('/token"')), /cut\.har.*(?:line|cut)/i, true],
  ['bare.har', bare(), /unnamed|s6BhdRkqt3/, true],
  ['surrogate.har', hostileHar(), /s6BhdRkqt3[\s\S]*⟨U\+202E⟩/, true],
  ['page.har', '<!doctype html><title>Sign in</title>', /page\.har is an HTML/, false],
  ['words.har', 'hello', /words\.har is not JSON/, false],
  ['empty.har', '', /empty\.har is empty/, false],
  ['other.har', '{"log":{"entries":7}}', /other\.har/, false],
] as const;

function bare(): string {
  const optional = ['version', 'creator', 'time', '_resourceType', 'statusText', 'size'];
  return JSON.stringify(
    JSON.parse(whole, (name, value) => (optional.includes(name) ? undefined : value)),
  );
}

function hostileHar(): string {
  return harText(login().map((exchange) => spoil(exchange, HOSTILE)));
}

/** The panel shows everything from the network, as text. */
function expectText(seen: SeenFlow): void {
  expect(seen.broken).toEqual([]);
  expect(seen.foreign).toEqual([]);
  expect(seen.ran).toBe(false);
  expect(seen.verdict.length).toBeGreaterThan(20);
  expect(seen.steps.length).toBeGreaterThan(0);
  for (const { step, tab, text } of seen.tabs) {
    expect(text.trim(), `${tab} of the ${step}`).not.toBe('');
  }
}

function textOf(seen: SeenFlow, step: string, tab: string): string {
  return seen.tabs.find((one) => one.step === step && one.tab === tab)?.text ?? 'not shown';
}

/** Tests the panel of a real browser with malicious pages and files. */
export function describeHostile(name: BrowserName): void {
  describe.skipIf(!findBrowser(name))(`hostile input in ${name}`, () => {
    let site: HostileSite;
    let browser: BrowserSession;
    const hasFlow = (text: string) =>
      browser.panel.evaluate<boolean>(
        `[...document.querySelectorAll('[data-testid="flow"]')].some((row) => row.textContent.includes(${JSON.stringify(text)}))`,
      );
    const visit = async (kind: HostileKind): Promise<SeenFlow> => {
      const { page } = browser;
      await page.goto(site.home(kind));
      await until('the time that a user looks at the page', () =>
        page.evaluate<boolean>(`performance.now() > ${page.look}`),
      );
      await page.click('#start');
      await until('the page to finish', () =>
        browser.page.evaluate<boolean>("document.documentElement.dataset.state === 'done'"),
      );
      await until(`a flow of ${kind}`, () => hasFlow(clientOf(kind)), 30_000);
      return walkFlow(browser.panel, clientOf(kind));
    };
    /** Waits until the token response has arrived in the panel. */
    const visitUntil = async (kind: HostileKind, step: string): Promise<SeenFlow> => {
      let seen = await visit(kind);
      await until(`the ${step} of ${kind}`, async () => {
        if (seen.steps.includes(step)) return true;
        seen = await walkFlow(browser.panel, clientOf(kind));
        return false;
      });
      return seen;
    };

    beforeAll(async () => {
      site = await startHostileSite();
      browser = await launchBrowser({
        name,
        extension: builtExtension(name),
        width: 1400,
        height: 900,
      });
      await browser.page.goto(`${site.app}/`);
      await browser.openDevtools();
      await untilRecording(browser.panel);
    });
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });

    it('is text in every parameter, header and body', async () => {
      const seen = await visitUntil('markup', 'api-call');
      expectText(seen);
      expect(seen.text).toContain(`client-markup${IMAGE}`);
      const shown = [
        ['authorization-request', 'Parameters'],
        ['authorization-request', 'Headers'],
        ['authorization-response', 'Parameters'],
        ['token-request', 'Parameters'],
        ['token-request', 'Headers'],
        ['token-request', 'Tokens'],
        ['token-request', 'Response'],
        ['token-request', 'Raw'],
        ['api-call', 'Headers'],
        ['api-call', 'Response'],
      ] as const;
      for (const [step, tab] of shown) {
        expect(textOf(seen, step, tab), `${tab} of the ${step}`).toContain('<img src=x onerror=');
      }
    });

    it('is text in an error answer', async () => {
      const seen = await visitUntil('error-answer', 'token-request');
      expectText(seen);
      expect(seen.text).toContain(IMAGE);
      expect(textOf(seen, 'token-request', 'Response')).toContain('<img src=x');
    });

    it('is text in an error page', async () => {
      const seen = await visit('error-page');
      expectText(seen);
      expect(textOf(seen, 'authorization-request', 'Response')).toContain(IMAGE);
    });

    it.each(['long-json', 'long-page'] as const)(
      'of 50 MB is said to be more than can be read: %s',
      async (kind) => {
        const seen = await visitUntil(kind, 'token-request');
        expectText(seen);
        expect(textOf(seen, 'token-request', 'Response')).toMatch(
          /Not recorded: .*(?:large|in time|keep)|Only the beginning was recorded/,
        );
        expect(seen.text).toMatch(
          /response of the token endpoint could not be read: |endpoint answers with a web page/,
        );
        const asked = Date.now();
        await browser.panel.evaluate('document.title');
        expect(Date.now() - asked).toBeLessThan(2_000);
      },
    );

    it('of 10,000 claims is shown claim by claim', async () => {
      const seen = await visitUntil('many-claims', 'token-request');
      expectText(seen);
      expect(textOf(seen, 'token-request', 'Tokens')).toMatch(
        /claim_0[\s\S]*more of 9,?\d{3} rows/,
      );
    });

    it.each(FILES)('in a file leaves the recording as it was: %s', async (file, text, said, ok) => {
      await importFile(browser.panel, file, text);
      const notice = ok ? 'file-bar' : 'import-error';
      const shown = () =>
        browser.panel.evaluate<string>(
          `document.querySelector('[data-testid="${notice}"]')?.textContent.includes(${JSON.stringify(file)}) ? document.body.textContent : ''`,
        );
      const words = await until(`the word on ${file}`, shown);
      const seen = ok ? await walkFlow(browser.panel, '') : null;
      // Closed before the assertions, so that the next file finds the live recording.
      await browser.panel.click(`[data-testid="${notice}"] > button`);
      await until('the live recording', () => hasFlow(clientOf('markup')));
      expect(words).toMatch(said);
      if (seen) expectText(seen);
      if (file === 'surrogate.har') {
        expect(seen && textOf(seen, 'token-request', 'Headers')).toContain(
          'high ⟨U+D800⟩ low ⟨U+DC00⟩',
        );
      }
    });

    it('would be noticed', async () => {
      await browser.panel.evaluate(`(() => {
        window.hostile = 1;
        document.body.append(document.createElement('img'));
        return true;
      })()`);
      expect(await walkFlow(browser.panel, clientOf('error-page'))).toMatchObject({
        foreign: ['<img>'],
        ran: true,
      });
    });
  });
}
