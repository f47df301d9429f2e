import type { GapKind } from '../http/exchange.ts';

/** What closes a gap, if anything does. */
export type GapHelp =
  | 'reload'
  /** The recorder in the background, which needs a permission. */
  | 'record-more'
  /** The HAR file of a proxy, read beside the recording. */
  | 'proxy';

interface GapWords {
  readonly title: string;
  readonly help?: GapHelp;
}

const GAPS: Readonly<Record<GapKind, GapWords>> = {
  'late-start': { title: 'DevTools were opened late', help: 'reload' },
  popup: { title: 'Login in another window', help: 'record-more' },
  'back-channel': { title: 'Request of a server', help: 'proxy' },
  'lost-body': { title: 'Response not recorded', help: 'record-more' },
  'lost-exchange': { title: 'Request not recorded', help: 'record-more' },
  'service-worker': { title: 'Request of a service worker', help: 'record-more' },
  'blind-page': { title: 'Page hidden from extensions' },
  'unread-entry': { title: 'Unreadable entry of the file' },
  'unread-message': { title: 'Unreadable entry of the file' },
  'truncated-file': { title: 'File is cut off' },
  'sanitized-file': { title: 'Values were replaced' },
  clock: { title: 'Clocks differ' },
  'own-failure': { title: 'Failure of Grantscope' },
  paused: { title: 'Recording was stopped' },
  'no-answer': { title: 'No answer from the page or the browser' },
  dropped: { title: 'Older requests were removed' },
  ended: { title: 'Recording ended' },
};

/** What a gap is called. */
export const gapTitle = (kind: GapKind): string => GAPS[kind].title;

/** What closes a gap of this kind the next time. Null when nothing is known to. */
export const gapHelp = (kind: GapKind): GapHelp | null => GAPS[kind].help ?? null;
