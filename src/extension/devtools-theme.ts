/** The themes that the panel has. */
export type DevtoolsTheme = 'light' | 'dark';

/** What DevTools say about their theme, in the members that browsers have. */
interface ThemedPanels {
  readonly themeName?: string;
  /** Firefox. */
  readonly onThemeChanged?: { addListener(listener: (name: string) => void): void };
  /** Chromium (129 on), which keeps one handler. */
  readonly setThemeChangeHandler?: (handler: (name: string) => void) => void;
}

/** Chromium calls its light theme `default`. */
function themeOf(name: unknown): DevtoolsTheme | null {
  if (name === 'dark') return 'dark';
  return name === 'light' || name === 'default' ? 'light' : null;
}

/**
 * Calls back with the theme of DevTools now and after each change. Null when DevTools do not say it:
 * `prefers-color-scheme` then decides.
 */
export function watchTheme(callback: (theme: DevtoolsTheme | null) => void): void {
  const { browser, chrome } = globalThis as {
    readonly browser?: { readonly devtools?: { readonly panels?: ThemedPanels } };
    readonly chrome?: { readonly devtools?: { readonly panels?: ThemedPanels } };
  };
  const panels = browser?.devtools?.panels ?? chrome?.devtools?.panels;
  callback(themeOf(panels?.themeName));
  const changed = (name: string): void => callback(themeOf(name));
  if (panels?.onThemeChanged) panels.onThemeChanged.addListener(changed);
  else panels?.setThemeChangeHandler?.(changed);
}
