import type { PagePlan } from '../../rehearsal/page-plan.ts';
import type { Bend, PageHit } from './bend.ts';
import { bentFetch } from './bent-fetch.ts';
import { bentPage } from './bent-page.ts';
import { bentXhr } from './bent-xhr.ts';

/** What the devtools page says to the page, again and again while a fault is switched on. */
export interface PageOrder {
  /** Names this rehearsal. Another one ends it. */
  readonly id: string;
  /** Null to take everything away. */
  readonly plan: PagePlan | null;
  /** Milliseconds until the script takes itself away when it is not told again. */
  readonly lease: number;
  /** Milliseconds since the epoch: when the fault was switched on. */
  readonly since: number;
  /** It has met the application: nothing more is bent, and what is under way may end. */
  readonly used: boolean;
}

/** The parts of the script that bend something. Each returns what takes it away. */
type Parts = Readonly<Record<'fetch' | 'xhr' | 'page', (bend: Bend) => () => void>>;

/**
 * Carries out a plan in the page. It is sent to the page as text, so it uses nothing but its arguments
 * and what every page has. Returns JSON: whether the page is one that the plan names, what it bent since
 * the last time, and how many calls are held.
 */
function rehearse(order: PageOrder, parts: Parts): string {
  interface Rehearsal {
    readonly id: string;
    readonly hits: PageHit[];
    readonly held: Set<() => void>;
    /** Called when DevTools know of the hits. */
    readonly told: (() => void)[];
    until: number;
    used: boolean;
    end(): void;
  }
  const slot = Symbol.for('grantscope.rehearsal');
  const page = globalThis as unknown as Record<symbol, Rehearsal | undefined>;
  const { plan, id, lease } = order;
  const { performance, setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const now = (): number => performance.now();
  const before = page[slot];
  if (before && (before.id !== id || plan === null)) before.end();
  const isHere = plan !== null && location.origin === plan.origin;
  if (plan === null || !isHere) return JSON.stringify({ here: false, hits: [], held: 0 });

  const begin = (): Rehearsal => {
    const RealDate = globalThis.Date;
    const restores: (() => void)[] = [];
    const rehearsal: Rehearsal = {
      id,
      hits: [],
      held: new Set(),
      told: [],
      until: now() + lease,
      used: order.used,
      end() {
        clearInterval(timer);
        for (const restore of restores.splice(0)) restore();
        for (const release of [...rehearsal.held]) release();
        delete page[slot];
      },
    };
    const read = (text: string): Map<string, unknown> => {
      try {
        if (/^\s*\{/.test(text)) return new Map(Object.entries(JSON.parse(text)));
      } catch {
        return new Map();
      }
      return new Map(new URLSearchParams(text));
    };
    const { calls, deed } = plan;
    const bend: Bend = {
      plan,
      isNew: performance.timeOrigin >= order.since,
      wants: (method, url) =>
        calls !== null &&
        !rehearsal.used &&
        now() < rehearsal.until &&
        method === calls.method &&
        url.split(/[?#]/, 1)[0] === calls.url,
      has: (text) => {
        const parameter = calls?.parameter ?? null;
        return parameter === null || read(text).has(parameter);
      },
      take: () => {
        if (rehearsal.used || now() >= rehearsal.until) return false;
        rehearsal.used = true;
        return true;
      },
      hit: (hit) => {
        const empty = { method: 'GET', url: '', headers: [], body: '', delay: null };
        const change = { name: null, before: null, after: null };
        rehearsal.hits.push({ at: RealDate.now(), ...empty, ...change, ...hit });
      },
      told: () =>
        new Promise((resolve) => {
          rehearsal.told.push(resolve);
          // DevTools may have been closed meanwhile, and then the page must go on.
          setTimeout(resolve, 2_000);
        }),
      wait: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          const done = (): void => {
            clearTimeout(clock);
            rehearsal.held.delete(done);
            resolve();
          };
          const clock = setTimeout(done, milliseconds);
          rehearsal.held.add(done);
          signal?.addEventListener('abort', () => {
            clearTimeout(clock);
            rehearsal.held.delete(done);
            reject(signal.reason);
          });
        }),
      hold: () => {
        const release = (): void => {
          rehearsal.held.delete(release);
        };
        rehearsal.held.add(release);
        return release;
      },
      changed: (text) => {
        const name = deed.kind === 'change-parameter' ? deed.name : '';
        const value = deed.kind === 'change-parameter' ? deed.value : '';
        const known = read(text).get(name);
        const was = typeof known === 'string' ? known : null;
        if (/^\s*\{/.test(text))
          return { text: JSON.stringify({ ...JSON.parse(text), [name]: value }), before: was };
        const form = new URLSearchParams(text);
        form.set(name, value);
        return { text: form.toString(), before: was };
      },
    };
    const timer = setInterval(() => {
      if (now() >= rehearsal.until) rehearsal.end();
    }, 300);
    page[slot] = rehearsal;
    const isOfPage = deed.kind === 'change-navigation' || deed.kind === 'clock';
    if (calls && !isOfPage) restores.push(parts.fetch(bend), parts.xhr(bend));
    else if (!order.used || !plan.once) restores.push(parts.page(bend));
    return rehearsal;
  };

  const rehearsal = page[slot] ?? begin();
  rehearsal.until = now() + lease;
  const hits = rehearsal.hits.splice(0, 20);
  // The page must not be left before this expression has its result.
  for (const tell of rehearsal.told.splice(0)) setTimeout(tell, 50);
  return JSON.stringify({ here: true, hits, held: rehearsal.held.size });
}

/** The order as an expression to evaluate in the page. */
export function orderText(order: PageOrder): string {
  const parts = `{fetch:${bentFetch},xhr:${bentXhr},page:${bentPage}}`;
  return `(${rehearse})(${JSON.stringify(order)},${order.plan === null ? 'null' : parts})`;
}
