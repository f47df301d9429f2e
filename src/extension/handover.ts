import type { Exchange, Gap, Navigation } from '../http/exchange.ts';
import type { RehearsalEnd, RehearsalHit, RehearsalNote } from '../http/rehearsal-note.ts';

import type { PagePlan } from '../rehearsal/page-plan.ts';
import type { RulePlan } from '../rehearsal/rule-plan.ts';
import type { Given, SiteAccess } from './wire/rehearsal-order.ts';

/** An event from the recorder to the panel: first everything that it has, then every change. */
export type RecorderEvent =
  /** New exchanges, or better versions of known ones, by `id`. */
  | { readonly type: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly type: 'navigation'; readonly navigation: Navigation }
  /** The recording was too large: these exchanges, the oldest, are not held any more. A gap says so. */
  | { readonly type: 'dropped'; readonly ids: readonly string[] }
  | { readonly type: 'gap'; readonly gap: Gap }
  /** A fault was switched on, met something or ended; the last version by `id` counts. */
  | { readonly type: 'rehearsal'; readonly rehearsal: RehearsalNote }
  /** All earlier events are void. What remains is sent again. */
  | { readonly type: 'cleared' }
  | { readonly type: 'state'; readonly paused: boolean; readonly keep: boolean }
  | { readonly type: 'background'; readonly state: BackgroundState }
  /** Nothing more comes: the extension was updated or switched off. What was sent stays valid. */
  | { readonly type: 'ended' };

/**
 * Whether the recorder in the background works. `unknown` until the background has said so, or while
 * it does not answer; `impossible` where the inspected target is no tab of this browser.
 */
export type BackgroundState = 'unknown' | 'off' | 'on' | 'impossible';

/** What the recorder needs to know of flows when it has to remove something. */
export interface KeptFlows {
  /** Ids of exchanges that stay: of what is shown, pinned, or not finished. */
  readonly stay: ReadonlySet<string>;
  /** The exchanges of each flow, which are removed together or not at all. */
  readonly flows: readonly (readonly string[])[];
}

export type RecorderListener = (event: RecorderEvent) => void;

/** A fault that is switched on in the inspected page, or was. */
export interface Rehearsal {
  readonly id: string;
  /** Id and name of the fault. */
  readonly fault: string;
  readonly title: string;
  /** Milliseconds since the epoch: when it was switched on, and when it ends at the latest. */
  readonly armedAt: number;
  readonly until: number;
  /** Whether the inspected page is one that it acts in. */
  readonly here: boolean;
  readonly hits: readonly RehearsalHit[];
  /** Calls that it holds back. */
  readonly held: number;
  /** Why it is over; null while it is on. */
  readonly ended: RehearsalEnd | null;
}

export type RehearsalListener = (rehearsal: Rehearsal | null) => void;

/** What switches faults on in the inspected page, one at a time. */
export interface RehearsalPort {
  /** Tells the last rehearsal at once, null when there was none. Returns what unsubscribes. */
  subscribe(listener: RehearsalListener): () => void;
  /** Switches a fault on, and any other off. */
  arm(plan: PagePlan | RulePlan): void;
  stop(): void;
  /** Tells which sites rules may act in, now and after each change. Returns what unsubscribes. */
  watchAccess(listener: (access: SiteAccess) => void): () => void;
  /** Opens the page that asks for access to the sites, where the panel cannot ask itself. */
  askForSites(sites: readonly string[]): void;
  /** The user has given this to the panel, for rehearsals. */
  sitesGiven(given: Given): void;
  /** Gives back what rehearsals asked for, and nothing else. */
  giveBack(): void;
}

/** The recorder as the panel sees it, called directly across the two windows of the extension. */
export interface RecorderPort {
  /** Tells everything so far before it returns. Returns the function that unsubscribes. */
  subscribe(listener: RecorderListener): () => void;
  /** Sets who is asked before old exchanges are removed. The last one that was set is asked. */
  askBeforeDropping(ask: () => KeptFlows): void;
  clear(): void;
  /** Brings back what was cleared in the last ten seconds; false when there is nothing. */
  undoClear(): boolean;
  setPaused(paused: boolean): void;
  /** Whether the recording survives the navigation of the main frame. */
  setKeep(keep: boolean): void;
  reloadPage(): void;
  /** Shows the Network panel with its filter set; null where DevTools have no such thing. */
  readonly showNetwork: ((filter: string) => void) | null;
  /** Opens the page that asks for the permission to record popups, workers and missing responses. */
  askForBackground(): void;
  /** Gives that permission back. */
  stopBackground(): void;
  /** URL of the inspected page with its fragment; null on the browser's own pages. */
  inspectedUrl(): Promise<string | null>;
  readonly rehearsal: RehearsalPort;
}

declare global {
  interface Window {
    /** Set by the panel, called once by the devtools page. */
    grantscopeConnect?: (port: RecorderPort) => void;
    /** The recorder on the devtools page itself, for tests and for debugging. */
    grantscopeRecorder?: RecorderPort;
  }
}
