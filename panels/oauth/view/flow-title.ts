import type { Flow } from '../../../src/flow/flow.ts';
import { hostOf } from '../../../src/http/url.ts';
import { attemptTitle } from '../../../src/words/attempt-titles.ts';
import { CLIENT_UNKNOWN, SERVER_UNKNOWN } from '../../../src/words/parties.ts';
import { timeOfDay } from './time.ts';
import { visible } from './visible.ts';

/** Who takes part in a flow, on one line: `spa → as.example`. */
export function flowParties(flow: Flow): string {
  const server = flow.authorizationServer;
  const parties = `${flow.client ?? CLIENT_UNKNOWN} → ${server ? hostOf(server) : SERVER_UNKNOWN}`;
  return visible(attemptTitle(flow) ?? parties);
}

/** A flow on one line, where there is no room for its row: `spa → as.example, 14:02:11`. */
export function flowTitle(flow: Flow): string {
  return `${flowParties(flow)}, ${timeOfDay(flow.startedAt)}`;
}
