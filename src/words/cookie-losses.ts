import { type CookieLoss, MAX_COOKIE } from '../http/cookie-loss.ts';

/** Why a cookie is not among those of a request, in the words of the checks. */
export type LossOfCookie = CookieLoss | 'another-login' | 'other-value' | 'removed' | 'unknown';

const LOSSES: Readonly<Record<LossOfCookie, string>> = {
  'too-large': `name and value are longer than the ${MAX_COOKIE} bytes that browsers store`,
  prefix: 'its attributes break the rules of its prefix (__Host- or __Secure-)',
  'none-without-secure': 'SameSite=None without Secure',
  'secure-from-http': 'Secure, and it was set over http',
  'domain-refused': 'Domain does not include the host that set it',
  'other-host': 'it is for another host',
  'other-path': 'its Path does not match the request',
  'secure-to-http': 'Secure, and the request went over http',
  expired: 'it had expired',
  framed: 'third-party: the request was in a frame that a page of another site embeds',
  'lax-post': 'SameSite=Lax, and another site caused this POST',
  strict: 'SameSite=Strict, and another site led to this request',
  'another-login': 'another login overwrote it',
  'other-value': 'it came with a value that no recorded response set',
  removed: 'a later response removed it',
  unknown: 'nothing in the recording says why',
};

/** Why a cookie is missing, after a colon. */
export const cookieLossWord = (loss: LossOfCookie): string => LOSSES[loss];
