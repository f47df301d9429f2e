import { visitOf } from '../../correlation/visit.ts';
import { isRemoval } from '../../http/cookie-scope.ts';
import { isRedirect } from '../../http/status.ts';
import type { Message } from '../../oauth/message.ts';
import { cookiePurpose } from '../../oauth/registry/cookie-names.ts';
import type { Flow } from '../flow.ts';
import { type CookieFate, type LostCookie, lossOf, showsCookies } from './cookie-fate.ts';
import { type FailedReturn, landingsOf } from './failed-return.ts';

/** What a browser refuses to store, whatever the cookie is for. */
const REFUSED: ReadonlySet<LostCookie['loss']> = new Set<LostCookie['loss']>([
  'too-large',
  'prefix',
  'none-without-secure',
  'secure-from-http',
  'domain-refused',
]);

/**
 * The cookie that the callback set and that the next page lacks, when that page begins the login
 * again.
 */
export function sessionCookieFate(flow: Flow, failed: FailedReturn): CookieFate | null {
  if (failed.how !== 'login-again') return null;
  const { shown } = failed;
  const pages = [failed.response, ...landingsOf(failed.response, flow)];
  const setters = pages.slice(0, pages.indexOf(shown));
  const set = setters.flatMap(cookiesOf);
  const [first] = set;
  const message = flow.messages.indexOf(shown);
  if (!first) return null;
  if (!showsCookies(shown.exchange, flow)) return { unseen: first.cookie, message };
  const fates = set.map((one) => {
    const fate = lossOf(one, shown.exchange, failed.response.exchange.request.url, flow);
    return { ...one, fate };
  });
  const refused = fates.find(({ fate }) => fate && REFUSED.has(fate.loss));
  const sessions = fates.filter(({ cookie }) => cookiePurpose(cookie.name) !== null);
  const gone = sessions.every(({ fate }) => fate !== null && isTelling(fate.loss, shown));
  const found = refused ?? (gone ? sessions[0] : undefined);
  if (!found?.fate) return null;
  const { cookie, setBy, fate } = found;
  const request = shown.exchange;
  return { lost: { role: 'session', cookie, setBy, request, message, failed, ...fate } };
}

function cookiesOf({ exchange }: Message): readonly Pick<LostCookie, 'cookie' | 'setBy'>[] {
  const setBy = visitOf(exchange);
  if (!setBy) return [];
  return setBy.set
    .filter((cookie) => !isRemoval(cookie, setBy.endedAt) && cookiePurpose(cookie.name) !== 'other')
    .map((cookie) => ({ cookie, setBy }));
}

/** A cookie for another host may be meant for the calls of scripts. */
function isTelling(loss: LostCookie['loss'], shown: Message): boolean {
  return loss !== 'other-host' || isRedirect(shown.exchange.response);
}
