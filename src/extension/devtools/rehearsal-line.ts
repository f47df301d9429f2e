import type { ToBackground, ToDevtools } from '../wire/devtools-port.ts';
import type { RehearsalOrder } from '../wire/rehearsal-order.ts';

const NEWS = ['armed', 'met', 'disarmed', 'access'] as const;

/** What the background says of rehearsals. */
export type RehearsalNews = Extract<ToDevtools, { readonly type: (typeof NEWS)[number] }>;

/** Whether a message of the background is about rehearsals. */
export function isRehearsalNews(message: ToDevtools): message is RehearsalNews {
  return NEWS.some((type) => type === message.type);
}

/** The part of the line to the background that rehearsals use. */
export interface RehearsalLine {
  /** The inspected tab; null when the target is no tab of this browser. */
  readonly tabId: number | null;
  listen(listener: (message: RehearsalNews) => void): void;
  /**
   * Says an order now, and again whenever the background was stopped. The background is kept awake
   * meanwhile. Null ends that and switches the fault off.
   */
  keep(order: RehearsalOrder | null): void;
  say(message: ToBackground): void;
}
