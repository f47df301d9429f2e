import type { Action, DeclarativeNetRequest, Tabs, WebRequest } from 'webextension-polyfill';

/** What leases need of the browser. Without their permission, some interfaces do not exist. */
export interface LeaseBrowser {
  readonly declarativeNetRequest?: Pick<
    DeclarativeNetRequest.Static,
    'getSessionRules' | 'updateSessionRules'
  >;
  readonly webRequest?: WebRequest.Static;
  readonly tabs: Pick<Tabs.Static, 'onRemoved'>;
  readonly action: Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>;
}
