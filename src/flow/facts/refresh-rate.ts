import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { isSuccess } from '../../oauth/values/token-request-view.ts';
import type { Flow } from '../flow.ts';

const WINDOW = 60_000;
/** A client may refresh for several views, or once more for a new page. */
const MANY = 6;

/** Refreshes that follow each other although each token was still valid when the next was asked for. */
interface RefreshRun {
  readonly first: TokenRequest;
  last: TokenRequest;
  count: number;
  /** When the latest ones began, at most so many as make a storm. */
  readonly recent: number[];
  isStorm: boolean;
}

/** Runs of many refreshes within a minute, for the same scope and resource. */
export const refreshStorms = memoised(({ tokenRequests }: Flow): readonly RefreshRun[] => {
  const storms: RefreshRun[] = [];
  const runs = new Map<string, RefreshRun>();
  for (const request of tokenRequests) {
    if (request.grant !== 'refresh_token' || !isSuccess(request)) continue;
    const key = targetOf(request);
    const known = runs.get(key);
    const run = known && wasValid(known.last, request) ? extended(known, request) : begun(request);
    runs.set(key, run);
    const since = run.recent.length === MANY ? (run.recent[0] ?? 0) : Number.NEGATIVE_INFINITY;
    if (run.isStorm || request.exchange.startedAt - since > WINDOW) continue;
    run.isStorm = true;
    storms.push(run);
  }
  return storms;
});

function begun(request: TokenRequest): RefreshRun {
  const recent = [request.exchange.startedAt];
  return { first: request, last: request, count: 1, recent, isStorm: false };
}

function extended(run: RefreshRun, request: TokenRequest): RefreshRun {
  run.last = request;
  run.count += 1;
  run.recent.push(request.exchange.startedAt);
  if (run.recent.length > MANY) run.recent.shift();
  return run;
}

/** Whether most of the life of the last token was left; false when its life is unknown. */
function wasValid({ exchange, response }: TokenRequest, next: TokenRequest): boolean {
  const lifetime = numericMember(response.json, 'expires_in');
  if (lifetime === null) return false;
  return next.exchange.startedAt - exchange.startedAt < lifetime * 500;
}

function targetOf({ params }: TokenRequest): string {
  return ['scope', 'resource', 'audience', 'client_id']
    .map((name) => params.get(name) ?? '')
    .join('\n');
}
