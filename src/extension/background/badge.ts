import type { LeaseBrowser } from './lease-browser.ts';

const COLOUR = '#b3261e';
const USUAL_TITLE = 'Grantscope: open DevTools and choose the OAuth tab';

/** Shows at the button of the extension that a fault is on in a tab; null takes that away. */
export function showBadge(
  { action }: Pick<LeaseBrowser, 'action'>,
  tabId: number,
  fault: string | null,
): void {
  const title = fault === null ? USUAL_TITLE : `Grantscope rehearses: ${fault}`;
  // The tab may have been closed.
  const done = (work: Promise<void>): void => void work.catch(() => undefined);
  done(action.setBadgeText({ tabId, text: fault === null ? '' : 'ON' }));
  done(action.setTitle({ tabId, title }));
  if (fault !== null) done(action.setBadgeBackgroundColor({ tabId, color: COLOUR }));
}
