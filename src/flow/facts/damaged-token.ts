import { nearMiss } from '../../http/near-miss.ts';
import type { Flow } from '../flow.ts';
import { issuedBy } from './token-use.ts';

/** So many of the newest tokens are compared. A client that lost a part of an older one is rare. */
const MAX_COMPARED = 20;

/** The access token of this flow that the sent one was before something happened to it; else null. */
export function originalOf(flow: Flow, sent: string): string | null {
  if (issuedBy(flow, sent) !== null) return null;
  const issued = flow.tokenRequests
    .slice(-MAX_COMPARED)
    .map(({ response }) => response.accessToken);
  return issued.findLast((token) => token !== null && nearMiss(sent, token) !== null) ?? null;
}
