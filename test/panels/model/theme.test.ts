import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadSettings } from '../../../panels/oauth/model/settings.ts';
import { devtoolsTheme, followTheme } from '../../../panels/oauth/model/theme.ts';

const shown = () => document.documentElement.dataset.theme ?? null;

/** DevTools of Chromium. Returns what changes their theme. */
function chromium(themeName: string) {
  let handler: (name: string) => void = () => {};
  const setThemeChangeHandler = (one: typeof handler) => {
    handler = one;
  };
  vi.stubGlobal('chrome', { devtools: { panels: { themeName, setThemeChangeHandler } } });
  return (name: string) => handler(name);
}

/** DevTools of Firefox. */
function firefox(themeName: string) {
  const listeners: ((name: string) => void)[] = [];
  const addListener = (one: (name: string) => void) => listeners.push(one);
  const panels = { themeName, onThemeChanged: { addListener } };
  vi.stubGlobal('browser', { devtools: { panels } });
  return (name: string) => {
    for (const listener of listeners) listener(name);
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe('the theme of the panel', () => {
  it.each([
    ['Chromium', chromium, 'default'],
    ['Firefox', firefox, 'light'],
  ] as const)('is that of DevTools in %s, live', (_, devtools, light) => {
    const change = devtools(light);
    followTheme(loadSettings());
    expect(shown()).toBe('light');
    change('dark');
    expect([shown(), devtoolsTheme.value]).toEqual(['dark', 'dark']);
    change(light);
    expect(shown()).toBe('light');
  });

  it('is that of the system where DevTools do not say theirs', () => {
    followTheme(loadSettings());
    expect(shown()).toBeNull();
    firefox('a theme of the future');
    followTheme(loadSettings());
    expect(shown()).toBeNull();
  });

  it('can be chosen, and is remembered', () => {
    const change = chromium('dark');
    const settings = loadSettings();
    followTheme(settings);
    settings.theme.value = 'light';
    expect(shown()).toBe('light');
    change('dark');
    expect(shown()).toBe('light');
    expect(loadSettings().theme.value).toBe('light');
    settings.theme.value = 'devtools';
    expect(shown()).toBe('dark');
  });
});
