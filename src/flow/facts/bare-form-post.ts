import { requestCookies } from '../../http/request-cookies.ts';
import { parseUrl } from '../../http/url.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import type { Flow } from '../flow.ts';
import { showsCookies } from './cookie-fate.ts';
import { receiverOf } from './cookie-receiver.ts';
import { type FailedReturn, failedReturn } from './failed-return.ts';
import { startOf } from './login-start.ts';

/** A response that another site posted, and that came without the cookies of the application. */
export interface BareFormPost {
  readonly failed: FailedReturn;
  /** Cookies of a login that other requests to the same host carry. */
  readonly kept: readonly string[];
}

/**
 * The refused response that came by POST from another site without any cookie of a login, when the
 * response that set one was not recorded. Null when nothing speaks for a cookie.
 */
export function bareFormPost(flow: Flow): BareFormPost | null {
  const failed = failedReturn(flow);
  if (failed?.how !== 'refused') return null;
  const { exchange, issuedBy } = failed.response;
  if (exchange.request.method !== 'POST' || !showsCookies(exchange, flow)) return null;
  const { cookies } = flow.recording;
  const receiver = receiverOf(exchange, issuedBy?.request.url ?? null, cookies);
  if (receiver.crossSite !== true) return null;
  const sent = requestCookies(exchange).map(({ name }) => name);
  if (sent.some((name) => cookiePurpose(name) === 'login')) return null;
  const host = parseUrl(exchange.request.url)?.hostname ?? '';
  const until = flow.messages.at(-1)?.exchange.startedAt ?? exchange.startedAt;
  const names = cookies.visitOf(host, until)?.sent ?? [];
  const kept = names.filter((name) => cookiePurpose(name) === 'login' && !sent.includes(name));
  const isUnseen = sent.length === 0 && startOf(flow).length === 0;
  return kept.length > 0 || isUnseen ? { failed, kept } : null;
}
