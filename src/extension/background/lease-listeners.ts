import type { WebRequest } from 'webextension-polyfill';
import { parseUrl } from '../../http/url.ts';
import { meetsRules, ruleChange, tokenOf } from '../../rehearsal/rule-hit.ts';
import type { RequestType } from '../../rehearsal/rule-plan.ts';
import { sitePattern } from '../../rehearsal/site-patterns.ts';
import type { RuleHit } from '../wire/rehearsal-order.ts';
import type { LeaseBrowser } from './lease-browser.ts';
import type { RulesOfPlan } from './session-rules.ts';

interface Details {
  readonly tabId: number;
  readonly requestId: string;
  readonly timeStamp: number;
  readonly method: string;
  readonly url: string;
  readonly type: string;
}

/**
 * Listens for the request that meets the rules of a tab, and calls back once. Where the background may not
 * see requests, it does nothing. An event also wakes a background that was stopped, which then removes
 * rules that nobody renews. Returns what removes the listeners.
 */
export function listenForHit(
  { webRequest }: Pick<LeaseBrowser, 'webRequest'>,
  plan: RulesOfPlan,
  tabId: number,
  allHeaders: readonly string[],
  met: (hit: RuleHit) => void,
): () => void {
  if (!webRequest) return () => {};
  const { requests, deeds, sites } = plan;
  const { name, after } = ruleChange(plan);
  const has = (...kinds: readonly string[]) => deeds.some(({ kind }) => kinds.includes(kind));
  const filter: WebRequest.RequestFilter = {
    // A pattern with a port matches nothing in Firefox.
    urls: [...new Set(sites.map((site) => sitePattern(site, false)))],
    types: [...requests.types],
    tabId,
  };
  let before: string | null = null;
  const isMet = (details: Details) =>
    details.tabId === tabId && meetsRules(plan, { ...details, type: details.type as RequestType });
  const hit = (details: Details): void => {
    if (!isMet(details)) return;
    const { timeStamp, method, url } = details;
    met({ at: timeStamp, method, url, name, before, after });
  };
  /** What the request had before the rules acted. */
  const see = (details: Details & { readonly requestHeaders?: WebRequest.HttpHeaders }): void => {
    const { method, url, type } = details;
    const asIs = { ...plan, deeds: [] };
    if (!meetsRules(asIs, { method, url, type: type as RequestType })) return;
    const own = details.requestHeaders?.find((one) => one.name.toLowerCase() === 'authorization');
    const value = name === 'authorization' ? tokenOf(own?.value ?? '') : null;
    const parameter = name === null ? null : (parseUrl(url)?.searchParams.get(name) ?? null);
    const known = value ?? (has('set-query') ? parameter : null);
    if (known !== null && known !== after) before = known;
  };
  const extra = [...allHeaders] as never[];
  const removes: (() => void)[] = [];
  const add = <Listener extends (details: never) => void>(
    event: {
      addListener(listener: Listener, filter: never, extra?: never): void;
      removeListener(listener: Listener): void;
    },
    listener: Listener,
    spec: readonly string[] = [],
  ): void => {
    event.addListener(listener, filter as never, (spec.length > 0 ? spec : undefined) as never);
    removes.push(() => event.removeListener(listener));
  };
  const headers = ['requestHeaders', ...extra];
  if (has('set-query')) add(webRequest.onBeforeRequest, see as never);
  if (has('set-authorization')) add(webRequest.onBeforeSendHeaders, see as never, headers);
  if (has('block', 'offline')) {
    add(webRequest.onErrorOccurred, hit as never);
    add(webRequest.onBeforeRedirect, hit as never);
  } else if (has('drop-response-header'))
    add(webRequest.onHeadersReceived, hit as never, ['responseHeaders', ...extra]);
  else add(webRequest.onSendHeaders, hit as never, headers);
  return () => {
    for (const remove of removes.splice(0)) remove();
  };
}
