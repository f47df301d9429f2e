import type { PageDriver } from '../page-driver.ts';

/** The two engines that have drivers; Chrome and Edge are driven as Chromium. */
export type BrowserName = 'chromium' | 'firefox';

export type Theme = 'light' | 'dark';

export interface LaunchOptions {
  readonly name: BrowserName;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly theme?: Theme;
  /** Size of the DevTools window, which the panel fills but for DevTools' own bars. */
  readonly width?: number;
  readonly height?: number;
  readonly headless?: boolean;
  /** Switches on “Preserve log” (“Persist Logs” in Firefox) of the Network panel. */
  readonly keepLog?: boolean;
  /** Kept when given; otherwise a new one is made and removed on close. */
  readonly profile?: string;
  /**
   * Answers the browser's question for the optional permission with yes: in Firefox by a press on
   * its doorhanger; in Chromium the profile says that the person agreed earlier, so that the
   * browser need not ask again, because nothing can press its dialog without a display.
   */
  readonly agrees?: boolean;
  /** Runs when DevTools are open and record, before the OAuth tab is shown (Chromium only). */
  readonly beforePanel?: () => Promise<void>;
  /** Milliseconds until an idle background is stopped (Firefox only). */
  readonly backgroundIdle?: number;
  /** Program to start instead of the first one found. */
  readonly executable?: string;
}

/** The panel as a person uses it: seen, clicked and typed at. */
export interface PanelDriver extends Pick<PageDriver, 'click' | 'evaluate'> {
  screenshot(file: string): Promise<void>;
  /** A key of the keyboard by its DOM name, with modifiers before it: `Enter`, `Control+l`. */
  key(name: string): Promise<void>;
}

/** A real browser with the extension loaded, and the tab that DevTools inspect. */
export interface BrowserSession {
  readonly name: BrowserName;
  readonly page: PageDriver;
  /** Opens DevTools on the page and shows the OAuth panel. */
  openDevtools(): Promise<void>;
  readonly panel: PanelDriver;
  /** The extension's hidden devtools page. */
  readonly devtoolsPage: Pick<PageDriver, 'evaluate'>;
  /** The extension's background: present while it runs. */
  readonly background: Pick<PageDriver, 'evaluate'> & { stop(): Promise<void> };
  /** Presses the button of the extension's own page that asks for the permission, and says yes. */
  agree(): Promise<void>;
  /** The HAR file that a person gets from the Network panel, with sensitive data. */
  exportHar(): Promise<string>;
  /** Empties the Network panel. */
  clearLog(): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Resolves when the browser has ended, by whomever. */
  readonly closed: Promise<void>;
  /** Leaves no process and no profile. */
  close(): Promise<void>;
}
