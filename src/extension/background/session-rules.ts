import type { DeclarativeNetRequest } from 'webextension-polyfill';
import { type RuleDeed, type RulePlan, rulePlanRefusal } from '../../rehearsal/rule-plan.ts';
import type { Browser } from '../browsers/browser.ts';

type Rule = DeclarativeNetRequest.Rule;

/** Ids of the rules of rehearsals. Whatever has another id is not touched. */
const FIRST_ID = 7_300_000;
const IDS = 1_000;

/** Whether a rule is one of a rehearsal. */
export const isRehearsalRule = ({ id }: Pick<Rule, 'id'>): boolean =>
  id >= FIRST_ID && id < FIRST_ID + IDS;

/** Header rules are seen again behind a redirect only if `allow` comes between them (Firefox). */
const REDIRECT = 10;
const ALLOW = 15;
const HEADERS = 20;

/** What a plan is, as far as its rules depend on it. */
export type RulesOfPlan = Pick<RulePlan, 'sites' | 'requests' | 'deeds'>;

/**
 * The rules of a plan for one tab, with ids that are not among the taken ones; null when the plan is
 * refused. Every rule of a rehearsal is made here.
 */
export function sessionRules(
  plan: RulesOfPlan,
  tabId: number,
  behaviour: Pick<Browser, 'redirectHidesHeaders' | 'blockKeepsPage'>,
  taken: ReadonlySet<number> = new Set(),
): readonly Rule[] | null {
  if (rulePlanRefusal({ fault: '', title: '', ...plan }) !== null) return null;
  const { url, types, preflights } = plan.requests;
  const methods = preflights
    ? { requestMethods: ['options'] }
    : { excludedRequestMethods: ['options'] };
  const condition = {
    urlFilter: `|${url}^`,
    isUrlFilterCaseSensitive: true,
    resourceTypes: [...types],
    ...methods,
    tabIds: [tabId],
  };
  const drafts: Omit<Rule, 'id'>[] = [];
  const redirect = redirectOf(plan.deeds, behaviour);
  const headers = headersOf(plan.deeds);
  if (redirect) drafts.push({ priority: REDIRECT, condition, action: redirect });
  if (redirect && headers && behaviour.redirectHidesHeaders)
    for (const changed of changedFilters(url, plan.deeds))
      drafts.push({
        priority: ALLOW,
        condition: { ...condition, urlFilter: changed },
        action: { type: 'allow' },
      });
  if (headers) drafts.push({ priority: HEADERS, condition, action: headers });
  if (isBlocked(plan.deeds, behaviour))
    drafts.push({ priority: HEADERS, condition, action: { type: 'block' } });
  const ids = freeIds(taken);
  const rules = drafts.map((draft) => ({ id: ids.next().value ?? 0, ...draft }));
  return rules.length > 0 && rules.every((rule) => ruleRefusal(rule, tabId) === null)
    ? rules
    : null;
}

function* freeIds(taken: ReadonlySet<number>): Generator<number> {
  for (let id = FIRST_ID; id < FIRST_ID + IDS; id += 1) if (!taken.has(id)) yield id;
}

/**
 * Why a rule is not given to the browser; null when it may be. It must be for one tab and for one URL of a
 * site, and do nothing but what rehearsals do.
 */
export function ruleRefusal(rule: Rule, tabId: number): string | null {
  const { condition, action } = rule;
  if (!isRehearsalRule(rule)) return 'Its id is not among those of rehearsals.';
  if (condition.tabIds?.length !== 1 || condition.tabIds[0] !== tabId || !(tabId >= 0))
    return 'It is not for one tab.';
  if (!/^\|https?:\/\/[^/*^|]+\/[^*^|]*\^(?:\*[\w=]+)?$/.test(condition.urlFilter ?? ''))
    return 'It is not for one URL.';
  if (!condition.resourceTypes?.length) return 'It does not say for which requests it is.';
  if (!/^(?:allow|block|modifyHeaders|redirect)$/.test(action.type))
    return 'It does something else.';
  const { redirect } = action;
  if (
    action.type === 'redirect' &&
    (!redirect?.transform || redirect.url || redirect.regexSubstitution)
  )
    return 'It leads to another URL.';
  const host = redirect?.transform?.host;
  return host === undefined || host === NOWHERE ? null : 'It leads to another host.';
}

/** RFC 6761 section 6.4: no resolver knows it, and the URL carries nothing of the login. */
const NOWHERE = 'rehearsed.invalid';

function redirectOf(
  deeds: readonly RuleDeed[],
  { blockKeepsPage }: Pick<Browser, 'blockKeepsPage'>,
): Rule['action'] | null {
  if (blockKeepsPage && deeds.some(({ kind }) => kind === 'offline')) {
    const transform = {
      scheme: 'http',
      host: NOWHERE,
      port: '',
      path: '/',
      query: '',
      fragment: '',
    };
    return { type: 'redirect', redirect: { transform: transform as never } };
  }
  const parameters = deeds.flatMap((deed) =>
    deed.kind === 'set-query'
      ? [{ key: deed.name, value: deed.value, replaceOnly: !deed.adds }]
      : [],
  );
  if (parameters.length === 0) return null;
  const transform = { queryTransform: { addOrReplaceParams: parameters } };
  return { type: 'redirect', redirect: { transform } };
}

/** What the URL matches once a redirect has changed it. */
function changedFilters(url: string, deeds: readonly RuleDeed[]): readonly string[] {
  return deeds.flatMap((deed) =>
    deed.kind === 'set-query' ? [`|${url}^*${deed.name}=${deed.value}`] : [],
  );
}

function headersOf(deeds: readonly RuleDeed[]): Rule['action'] | null {
  const requestHeaders: DeclarativeNetRequest.RuleActionRequestHeadersItemType[] = [];
  const responseHeaders: DeclarativeNetRequest.RuleActionResponseHeadersItemType[] = [];
  for (const deed of deeds) {
    if (deed.kind === 'set-authorization')
      requestHeaders.push({ header: 'authorization', operation: 'set', value: deed.value });
    else if (deed.kind === 'drop-request-header')
      requestHeaders.push({ header: deed.name, operation: 'remove' });
    else if (deed.kind === 'drop-response-header')
      responseHeaders.push({ header: deed.name, operation: 'remove' });
  }
  if (requestHeaders.length + responseHeaders.length === 0) return null;
  return {
    type: 'modifyHeaders',
    ...(requestHeaders.length > 0 ? { requestHeaders } : {}),
    ...(responseHeaders.length > 0 ? { responseHeaders } : {}),
  };
}

function isBlocked(
  deeds: readonly RuleDeed[],
  { blockKeepsPage }: Pick<Browser, 'blockKeepsPage'>,
): boolean {
  return deeds.some(({ kind }) => kind === 'block' || (kind === 'offline' && !blockKeepsPage));
}
