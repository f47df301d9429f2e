import { CHROMIUM } from './browsers/chromium.ts';
import type { RehearsalPort } from './handover.ts';
import { missingAccess } from './missing-access.ts';
import type { Given, SiteAccess } from './wire/rehearsal-order.ts';

/** What the panel has to call itself, because the browser asks in the window of the caller. */
interface AskingBrowser {
  readonly permissions?: { request(permission: Given): Promise<boolean> };
}

/**
 * Asks for access to the sites, by the browser's own question. Works only during a press. In Firefox, where
 * DevTools cannot ask, it opens a page that does.
 */
export function askForSites(
  sites: readonly string[],
  access: SiteAccess,
  port: Pick<RehearsalPort, 'askForSites' | 'sitesGiven'>,
): void {
  const { chrome } = globalThis as { readonly chrome?: AskingBrowser };
  if (!chrome?.permissions) {
    port.askForSites(sites);
    return;
  }
  const missing = missingAccess(access.all, sites, CHROMIUM);
  void chrome.permissions.request(missing).then(
    (given) => {
      if (given) port.sitesGiven(missing);
    },
    () => undefined,
  );
}
