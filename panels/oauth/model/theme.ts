import { effect, signal } from '@preact/signals';
import { type DevtoolsTheme, watchTheme } from '../../../src/extension/devtools-theme.ts';
import type { Settings } from './settings.ts';

/** The themes that a user can choose. `devtools` follows the theme of DevTools. */
export const THEME_CHOICES = ['devtools', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

/** The theme that DevTools say they have. Null while they do not say it. */
export const devtoolsTheme = signal<DevtoolsTheme | null>(null);

/** Keeps the document in the chosen theme. Without any, `prefers-color-scheme` decides. */
export function followTheme({ theme }: Settings): void {
  watchTheme((now) => {
    devtoolsTheme.value = now;
  });
  effect(() => {
    const chosen = theme.value === 'devtools' ? devtoolsTheme.value : theme.value;
    const { dataset } = document.documentElement;
    if (chosen) dataset.theme = chosen;
    else delete dataset.theme;
  });
}
