import type { BrowserName } from '../../playground/browsers/types.ts';

/** The applications of the playground that stay open, by their libraries. */
export const LIBRARIES = ['oauth4webapi', 'oidc-client-ts', 'auth0-spa-js'] as const;
export type Library = (typeof LIBRARIES)[number];

/** How one fault is tried in a real browser. */
export interface Trial {
  /** What the recording ends with when the fault is switched on. Without it: a login that worked. */
  readonly at?: 'login-page' | 'popup';
  /** The button that the user presses then; null when the fault acts by itself. */
  readonly press: 'log-in' | 'call-api' | 'refresh' | 'popup' | null;
  /** What the application shows in the end, in the words of its library. */
  readonly shows: RegExp;
  /** What the tab says of the login; null when no request meets the fault. */
  readonly says: RegExp | null;
  /** The mark of the message that met the fault. */
  readonly mark: 'rehearsed by you' | 'never sent' | null;
  /** It stays on until it is stopped. */
  readonly stays?: true;
  /** It holds a call back until it is stopped. */
  readonly holds?: true;
  /** Why it is not offered for the applications of some libraries. */
  readonly greyFor?: Partial<Readonly<Record<Library, RegExp>>>;
  /** Why it is not offered in a browser. */
  readonly greyIn?: Partial<Readonly<Record<BrowserName, RegExp>>>;
}

const files = import.meta.glob<Trial>('./faults/*.ts', { eager: true, import: 'default' });

/** The trial of each fault, by the id of the fault, which is the name of its file. */
export const TRIALS: ReadonlyMap<string, Trial> = new Map(
  Object.entries(files).map(([path, trial]) => [/([^/]+)\.ts$/.exec(path)?.[1] ?? path, trial]),
);
