import { parseUrl, withoutQuery } from '../http/url.ts';
import type { RequestType, RulePlan } from './rule-plan.ts';

/** The part of a plan that says what its rules do. */
export type Rules = Pick<RulePlan, 'requests' | 'deeds'>;

/** A request as whoever looks for the hit sees it, when the rules have acted. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly type: RequestType;
  /** Its `Authorization`, where that is known. */
  readonly authorization?: string | undefined;
}

/** Whether a request is one that the rules have met. */
export function meetsRules({ requests, deeds }: Rules, seen: SeenRequest): boolean {
  const { method, url, type, authorization } = seen;
  if (withoutQuery(url) !== requests.url || !requests.types.includes(type)) return false;
  if ((method === 'OPTIONS') !== requests.preflights) return false;
  const query = parseUrl(url)?.searchParams;
  return deeds.every((deed) => {
    if (deed.kind === 'set-query') return query?.get(deed.name) === deed.value;
    if (deed.kind !== 'set-authorization' || authorization === undefined) return true;
    return authorization === deed.value;
  });
}

/** What rules changed, for the journal: the parameter or header field, and its new value. */
export function ruleChange({ deeds }: Rules): {
  readonly name: string | null;
  readonly after: string | null;
} {
  const [deed] = deeds;
  if (deed?.kind === 'set-query') return { name: deed.name, after: deed.value };
  if (deed?.kind === 'set-authorization')
    return { name: 'authorization', after: tokenOf(deed.value) };
  if (!deed || !('name' in deed)) return { name: null, after: null };
  return { name: deed.name, after: null };
}

/** The token behind the scheme of an `Authorization` (RFC 9110 section 11.4); null when there is none. */
export function tokenOf(authorization: string): string | null {
  return /^\S+ +(\S+)$/.exec(authorization)?.[1] ?? null;
}
