import type { HarEntryLike } from '../../har/entry.ts';

/** A HAR entry whose body can still be asked for. How differs between browsers. */
export interface LiveEntry extends HarEntryLike {
  readonly getContent?: unknown;
}

/** A document, script or answer that the inspected page still holds (Chromium only). */
export interface PageResource {
  readonly url: string;
  readonly getContent?: unknown;
}

/** What the recorder needs of `browser.devtools`, in one shape for all browsers. */
export interface DevtoolsApi {
  /** Returns the function that stops listening. */
  onRequestFinished(listener: (entry: LiveEntry) => void): () => void;
  onNavigated(listener: (url: string) => void): void;
  /** The current log. Null when the browser refuses, as Chromium does on its own pages. May never settle. */
  readLog(): Promise<HarLog | null>;
  /** What the inspected page has loaded; empty where the browser does not tell, as in Firefox. */
  readResources(): Promise<readonly PageResource[]>;
  /** Evaluates an expression in the page; null when the result is no string. Never rejects. */
  evaluate(expression: string): Promise<string | null>;
  reload(): void;
  /** The id of the inspected tab, where the browser tells. */
  readonly tabId?: number;
  /** Shows the Network panel with its filter set (Chromium from 129 on); null elsewhere. */
  readonly showNetwork: ((filter: string) => void) | null;
}

/** HAR 1.2 `log`, as far as the recorder reads it. */
export interface HarLog {
  readonly entries: readonly LiveEntry[];
  /** More than one page in the log means that the log survives navigation. */
  readonly pages: number;
}
