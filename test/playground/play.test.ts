import { describe, expect, it } from 'vitest';
import type { PageDriver } from '../../playground/page-driver.ts';
import { play } from '../../playground/play.ts';
import { scenarios } from '../../playground/scenarios.ts';

const never = new Promise<never>(() => undefined);
const [scenario] = scenarios;
if (!scenario) throw new Error('there are no scenarios');
const options = { url: 'http://localhost/', timeout: 200 };

/** A page that shows one sight after the other, and stays at the last. */
function pageThatShows(sights: readonly unknown[], pressed: string[] = []): PageDriver {
  let next = 0;
  return {
    goto: async () => undefined,
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

const sight = {
  document: 1,
  uri: 'http://localhost/',
  state: '',
  scenario: '',
  ready: true,
  login: false,
};

describe('play', () => {
  it('presses the button, logs in once per login page, and sees the end', async () => {
    const pressed: string[] = [];
    const login = { ...sight, document: 2, login: true };
    const end = { ...sight, document: 3, state: 'done', scenario: scenario.name };
    const page = pageThatShows([sight, 'leaving', login, login, end], pressed);
    expect(await play(page, scenario, { ...options, timeout: 5_000 })).toBe('app');
    expect(pressed).toEqual([`[data-scenario="${scenario.name}"]`, '#sign-in']);
  });

  it.each([
    ['chrome-error://chromewebdata/', '', 'browser-error'],
    ['about:neterror?e=connectionFailure', '', 'browser-error'],
    ['http://localhost/auth', 'error-page', 'error-page'],
  ])('recognises %s %s', async (uri, state, ending) => {
    expect(await play(pageThatShows([{ ...sight, uri, state }]), scenario, options)).toBe(ending);
  });

  it.each([
    ['shows nothing new', pageThatShows([sight])],
    ['does not answer', { ...pageThatShows([sight]), evaluate: () => never }],
    ['does not load', { ...pageThatShows([sight]), goto: () => never }],
  ])('gives up on a page that %s', async (_, page) => {
    const message = `${scenario.name} did not end in time`;
    await expect(play(page, scenario, options)).rejects.toThrow(message);
  });
});
