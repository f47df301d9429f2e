import { describe, expect, it } from 'vitest';
import type { PageDriver } from '../../playground/page-driver.ts';
import { play } from '../../playground/play.ts';
import { scenarios } from '../../playground/scenarios.ts';

const never = new Promise<never>(() => undefined);
const [scenario] = scenarios;
if (!scenario) throw new Error('there are no scenarios');
const options = { url: 'http://localhost/', timeout: 200 };

/** A page that shows one sight after the other and keeps the last. */
function pageThatShows(sights: readonly unknown[], pressed: string[] = []): PageDriver {
  let next = 0;
  return {
    look: 400,
    goto: async () => undefined,
    popup: async () => null,
    click: async (selector) => {
      pressed.push(selector);
    },
    evaluate: async <T>() => {
      const sight = sights[Math.min(next, sights.length - 1)];
      next += 1;
      if (sight === 'leaving') throw new Error('execution context was destroyed');
      return sight as T;
    },
  };
}

const blank = { document: '0', uri: 'about:blank', ready: true };
const sight = {
  document: '1',
  uri: 'http://localhost/',
  state: '',
  scenario: '',
  ready: true,
  asks: null,
  age: 1_000,
};

describe('play', () => {
  it('presses the button, logs in once per login page, and sees the end', async () => {
    const pressed: string[] = [];
    const login = { ...sight, document: '2', asks: 'sign-in', age: 1_000 };
    const unready = { ...sight, ready: false };
    const end = { ...sight, document: '3', state: 'done', scenario: scenario.name };
    const page = pageThatShows([blank, 'leaving', unready, sight, login, login, end], pressed);
    expect(await play(page, scenario, { ...options, timeout: 5_000 })).toBe('app');
    expect(pressed).toEqual([`button[data-scenario="${scenario.name}"]`, '#sign-in']);
  });

  it.each([
    ['chrome-error://chromewebdata/', '', 'browser-error'],
    ['about:neterror?e=connectionFailure', '', 'browser-error'],
    ['http://localhost/auth', 'error-page', 'error-page'],
  ])('recognises %s %s', async (uri, state, ending) => {
    const page = pageThatShows([blank, sight, { ...sight, document: '2', uri, state }]);
    expect(await play(page, scenario, options)).toBe(ending);
  });

  it.each([
    ['shows nothing new', pageThatShows([blank, sight])],
    ['stays where it was', pageThatShows([sight])],
    ['does not answer', { ...pageThatShows([blank, sight]), evaluate: () => never }],
    ['does not load', { ...pageThatShows([blank, sight]), goto: () => never }],
  ])('gives up on a page that %s', async (_, page) => {
    const message = `${scenario.name} did not end in time`;
    await expect(play(page, scenario, options)).rejects.toThrow(message);
  });
});
