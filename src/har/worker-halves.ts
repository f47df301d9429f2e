import { betterBody } from '../http/better.ts';
import type { Exchange } from '../http/exchange.ts';

/** The clocks of the processes of one browser differ by up to this many milliseconds. */
const SLACK = 5;

/** Requests of workers that are compared with one request of a page. */
const MAX_COMPARED = 50;

/** When the response was complete, in milliseconds since the epoch. */
export function endOf(exchange: Exchange): number {
  return exchange.startedAt + (exchange.duration ?? 0);
}

/** Whether this exchange may be the page's half of a request that a service worker made for it. */
export function isPageHalf({ request, response, failure, viaWorker }: Exchange): boolean {
  if (viaWorker) return true;
  return !request.headersComplete && response === null && failure?.text === 'net::ERR_FAILED';
}

/** Whether the worker made its request while the page waited for the same one. */
export function arePair(page: Exchange, worker: Exchange): boolean {
  if (page.id === worker.id || worker.viaWorker || !worker.request.headersComplete) return false;
  if (targetOf(page) !== targetOf(worker) || !mayBeEqual(page, worker)) return false;
  // A page that is told of a worker may have its answer before the worker's log ends.
  const last = page.viaWorker ? worker.startedAt : endOf(worker);
  return worker.startedAt >= page.startedAt - SLACK && last <= endOf(page) + SLACK;
}

function mayBeEqual({ request: { body: one } }: Exchange, { request: { body: other } }: Exchange) {
  return !one || !other || !('text' in one) || !('text' in other) || one.text === other.text;
}

/** Merges both into one exchange. What went over the wire is the worker's, the rest the page's. */
export function mergePair(page: Exchange, worker: Exchange): Exchange {
  const { destination, mode, initiator, frame, duration, startedAt } = page;
  const line = page.initiatorLine === undefined ? {} : { initiatorLine: page.initiatorLine };
  const whole = { ...worker, destination, mode, initiator, ...line, frame, duration, startedAt };
  if (!worker.response || !page.response) return whole;
  const body = betterBody(page.response.body, worker.response.body);
  return { ...whole, response: { ...worker.response, body }, delivered: page.delivered };
}

/**
 * Chromium writes two entries for a request that a service worker makes for its page. Returns the
 * exchanges of a file with both as one, at the place of the page's.
 */
export function mergeWorkerHalves(exchanges: readonly Exchange[]): readonly Exchange[] {
  const pages = exchanges.filter(isPageHalf).sort(byStart);
  if (pages.length === 0) return exchanges;
  const targets = new Set(pages.map(targetOf));
  const waiting = new Map<string, Exchange[]>();
  for (const one of exchanges) {
    const target = targetOf(one);
    if (one.viaWorker || !targets.has(target)) continue;
    const queue = waiting.get(target);
    if (queue) queue.push(one);
    else waiting.set(target, [one]);
  }
  for (const queue of waiting.values()) queue.sort(byStart).reverse();
  const merged = new Map<Exchange, Exchange | null>();
  for (const page of pages) {
    const worker = takePair(page, waiting.get(targetOf(page)) ?? []);
    if (!worker) continue;
    merged.set(worker, null);
    merged.set(page, { ...mergePair(page, worker), id: page.id });
  }
  return exchanges.flatMap((one) => merged.get(one) ?? (merged.has(one) ? [] : one));
}

/** Takes the worker's half out of the queue, which is sorted by start, the earliest last. */
function takePair(page: Exchange, queue: Exchange[]): Exchange | null {
  while ((queue.at(-1)?.startedAt ?? Number.POSITIVE_INFINITY) < page.startedAt - SLACK)
    queue.pop();
  const least = Math.max(0, queue.length - MAX_COMPARED);
  for (let index = queue.length - 1; index >= least; index -= 1) {
    const worker = queue[index];
    if (worker && arePair(page, worker)) return queue.splice(index, 1)[0] ?? null;
  }
  return null;
}

function byStart(one: Exchange, other: Exchange): number {
  return one.startedAt - other.startedAt;
}

function targetOf({ request: { method, url } }: Exchange): string {
  return `${method} ${url}`;
}
