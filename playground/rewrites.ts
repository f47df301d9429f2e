import type { Addresses } from './addresses.ts';
import type { fetchFrom } from './provider/fetch-from.ts';
import type { SigningKey } from './provider/signing-key.ts';
import type { Rewrite } from './proxy.ts';
import {
  completions,
  oneTokenRequestAtATime,
  polledTooFast,
  takesReferences,
} from './rewrites/completions.ts';
import { faults } from './rewrites/faults.ts';
import { forAnotherCode } from './rewrites/id-tokens.ts';
import { forAnotherAudience } from './rewrites/jarm.ts';
import { outOfOrder } from './rewrites/out-of-order.ts';
import { byAnotherKey, inMilliseconds, signedInLongAgo, withClaims } from './rewrites/resigned.ts';
import { logoutInFrames, refused, sessionFrame } from './rewrites/session.ts';
import { signInByFetch } from './rewrites/sign-in-by-fetch.ts';
import { aheadOfTime } from './skewed-clock.ts';

interface Setting {
  readonly key: SigningKey;
  readonly addresses: Addresses;
  /** How the authorization server reaches clients. */
  readonly fetch: ReturnType<typeof fetchFrom>;
}

/**
 * The rewrite of a scenario: what the proxy in front of the authorization server changes in its
 * messages. Without one, messages pass unchanged.
 */
export function rewriteOf(name: string, { key, addresses, fetch }: Setting): Rewrite {
  switch (name) {
    case 'skewed-clock':
      return aheadOfTime(key, 600);
    case 'code-used-twice':
    case 'refresh-race':
      return oneTokenRequestAtATime();
    case 'device-slow-down':
      return polledTooFast();
    case 'jar-by-reference':
      return takesReferences(fetch);
    case 'wrong-c-hash':
      return forAnotherCode(key);
    case 'jarm-other-audience':
      return forAnotherAudience(key);
    case 'logout-frontchannel':
      return logoutInFrames(addresses);
    case 'login-by-fetch':
    case 'login-by-fetch-refused':
      return signInByFetch;
    case 'id-token-in-milliseconds':
      return withClaims(key, inMilliseconds);
    case 'key-of-another':
      return byAnotherKey(key);
    case 'key-unknown':
      return withClaims(key, (claims) => ({ ...claims }), 'key-of-last-year');
    case 'max-age-ignored':
      return withClaims(key, signedInLongAgo);
    case 'session-iframe-refused':
      return refused(sessionFrame(addresses));
    case 'session-iframe':
      return sessionFrame(addresses);
  }
  return (
    faults[name] ??
    outOfOrder[name] ??
    completions[name] ??
    ((request, forward) => forward(request))
  );
}
