import type { Addresses } from './addresses.ts';
import {
  completions,
  oneTokenRequestAtATime,
  polledTooFast,
  takesReferences,
} from './bends/completions.ts';
import { faults } from './bends/faults.ts';
import { forAnotherAudience } from './bends/jarm.ts';
import { logoutInFrames, sessionFrame } from './bends/session.ts';
import type { fetchFrom } from './provider/fetch-from.ts';
import type { SigningKey } from './provider/signing-key.ts';
import type { Bend } from './proxy.ts';
import { aheadOfTime } from './skewed-clock.ts';

interface Setting {
  readonly key: SigningKey;
  readonly addresses: Addresses;
  /** How the authorization server reaches clients. */
  readonly fetch: ReturnType<typeof fetchFrom>;
}

/** What a scenario does to messages; where the server is honest they pass as they are. */
export function bendOf(name: string, { key, addresses, fetch }: Setting): Bend {
  switch (name) {
    case 'skewed-clock':
      return aheadOfTime(key, 600);
    case 'code-used-twice':
      return oneTokenRequestAtATime();
    case 'device-slow-down':
      return polledTooFast();
    case 'jar-by-reference':
      return takesReferences(fetch);
    case 'jarm-other-audience':
      return forAnotherAudience(key);
    case 'logout-frontchannel':
      return logoutInFrames(addresses);
    case 'session-iframe':
      return sessionFrame(addresses);
  }
  return faults[name] ?? completions[name] ?? ((request, forward) => forward(request));
}
