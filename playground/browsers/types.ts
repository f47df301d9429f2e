import type { PageDriver } from '../page-driver.ts';

/** The engines that have drivers. Chrome and Edge are driven as Chromium. */
export type BrowserName = 'chromium' | 'firefox';

export type Theme = 'light' | 'dark';

export interface LaunchOptions {
  readonly name: BrowserName;
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly theme?: Theme;
  /** Size of the DevTools window. The panel fills it except for DevTools' own bars. */
  readonly width?: number;
  readonly height?: number;
  readonly headless?: boolean;
  /** Switches on “Preserve log” (“Persist Logs” in Firefox) of the Network panel. */
  readonly keepLog?: boolean;
  /** A profile to use and keep. Without it, a new one is made and removed on close. */
  readonly profile?: string;
  /**
   * Agrees to the optional permission. In Firefox, the driver presses the button of the question.
   * In Chromium, the profile says that the user agreed earlier, because nothing can press its
   * dialog without a display.
   */
  readonly agrees?: boolean;
  /** Runs while DevTools record and before the OAuth tab is shown (Chromium only). */
  readonly beforePanel?: () => Promise<void>;
  /** IP address and port that the browser takes for one of the public internet (Chromium only). */
  readonly publicServer?: string;
  /** Milliseconds until an idle background is stopped (Firefox only). */
  readonly backgroundIdle?: number;
  /** Program to start instead of the first that is found. */
  readonly executable?: string;
}

/** The panel as a user sees, clicks and types in it. */
export interface PanelDriver extends Pick<PageDriver, 'click' | 'evaluate'> {
  screenshot(file: string): Promise<void>;
  /** Presses a key by its DOM name, with modifiers before it: `Enter`, `Control+l`. */
  key(name: string): Promise<void>;
  /** Drags the mouse over an element from its beginning to its end. Null where the driver cannot. */
  readonly drag: ((selector: string) => Promise<void>) | null;
}

/** A real browser with the extension, and the tab that DevTools inspect. */
export interface BrowserSession {
  readonly name: BrowserName;
  readonly page: PageDriver;
  /** Opens DevTools on the page and shows the OAuth panel. */
  openDevtools(): Promise<void>;
  /** Closes DevTools as a user does. */
  closeDevtools(): Promise<void>;
  readonly panel: PanelDriver;
  /** The extension's hidden devtools page. */
  readonly devtoolsPage: Pick<PageDriver, 'evaluate'>;
  /** The extension's background, present while it runs. */
  readonly background: Pick<PageDriver, 'evaluate'> & {
    stop(): Promise<void>;
    /** Reloads the extension, as an update does. Chromium closes DevTools then. */
    reload(): Promise<void>;
  };
  /** Presses the button on the extension's own page that asks for the permission, and agrees. */
  agree(): Promise<void>;
  /** Exports the HAR file of the Network panel, with sensitive data. */
  exportHar(): Promise<string>;
  /** Empties the Network panel. */
  clearLog(): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Id of the panel that DevTools show. */
  shownPanel(): Promise<string>;
  /**
   * Enlarges the panel, as a user does with the browser's zoom. 1 is its usual size. Null where the
   * driver cannot.
   */
  readonly zoom: ((factor: number) => Promise<void>) | null;
  /** Uncaught errors in the extension's documents, at least those since the first call. */
  errors(): Promise<readonly string[]>;
  /** Counts the session rules of the extension without waking its background. */
  sessionRules(): Promise<number>;
  /** Closes the inspected tab. */
  closeTab(): Promise<void>;
  /** Ends the browser as a crash does. A profile that was given stays. */
  kill(): Promise<void>;
  /** Resolves when the browser has ended, for whatever reason. */
  readonly closed: Promise<void>;
  /** Ends the browser and leaves no process and no profile. */
  close(): Promise<void>;
}
