import type { Exchange } from '../../http/exchange.ts';
import type { PagePlan } from '../../rehearsal/page-plan.ts';
import type { RulePlan } from '../../rehearsal/rule-plan.ts';
import type { Rehearsal, RehearsalPort } from '../handover.ts';
import type { ToldHit } from '../wire/page-answer.ts';
import type { SiteAccess } from '../wire/rehearsal-order.ts';
import type { DevtoolsApi } from './devtools-api.ts';
import type { LiveRecording } from './live-recording.ts';
import { DATE, PageCarrier } from './page-carrier.ts';
import type { RehearsalLine } from './rehearsal-line.ts';
import { madeExchange } from './rehearsal-marks.ts';
import { Rehearser } from './rehearser.ts';
import { RuleCarrier } from './rule-carrier.ts';
import { seenHit } from './seen-hit.ts';

/** Exchanges that may have been recorded before a fault was known to have met them. */
const RECENT = 200;

/** Writes what is rehearsed in the inspected page into its recording. */
export function liveRehearsals(
  api: Pick<DevtoolsApi, 'evaluate' | 'onNavigated'>,
  recording: LiveRecording,
  line: RehearsalLine | null,
): RehearsalPort {
  let plan: PagePlan | RulePlan | null = null;
  let byRules: RuleCarrier | null = null;
  let access: SiteAccess | null = null;
  const watchers = new Set<(access: SiteAccess) => void>();
  const { marks } = recording;

  const put = (exchange: Exchange): void => {
    if (!recording.paused) recording.put(exchange, { epoch: recording.epoch, side: 'devtools' });
  };
  /** What was recorded before DevTools knew that it met the fault. */
  const markAgain = (): void => {
    for (const exchange of recording.exchanges.slice(-RECENT)) {
      const marked = marks.marked(exchange);
      if (marked !== exchange) put(marked);
    }
  };
  const hit = (told: ToldHit, rehearsal: Rehearsal): void => {
    const kind = plan && 'deed' in plan ? plan.deed.kind : null;
    if (told.delay === null) {
      put(madeExchange(told, rehearsal, answerOf(plan)));
    } else if (kind !== 'no-popup' && told.name !== DATE) {
      // The first load of the page has the same URL, and began before.
      const before = kind === 'load-again' ? 0 : undefined;
      marks.await(told, rehearsal, { copies: kind === 'twice' ? 2 : 1, before });
      markAgain();
    }
  };
  const rehearser = new Rehearser({
    onNavigated: (listener) => api.onNavigated(listener),
    hit,
    lasting: (rehearsal) => {
      marks.lasting(rehearsal);
      if (rehearsal) markAgain();
    },
    carrier(wanted, id, news) {
      if ('deed' in wanted)
        return new PageCarrier(id, wanted, (expression) => api.evaluate(expression), news);
      byRules = new RuleCarrier(id, wanted, news);
      return byRules;
    },
    order(order) {
      const tabId = line?.tabId ?? null;
      line?.keep(order && tabId !== null ? { ...order, tabId } : null);
      const rules = order?.rules ?? null;
      const [carrier, since] = [byRules, Date.now()];
      marks.watch(
        rules &&
          ((exchange) => {
            const met = seenHit(rules, exchange, since);
            if (met) carrier?.met(met);
          }),
      );
    },
  });
  line?.listen((message) => {
    if (message.type !== 'access') {
      byRules?.heard(message);
      return;
    }
    access = message.access;
    for (const watcher of watchers) watcher(message.access);
  });
  rehearser.subscribe((rehearsal) => {
    if (rehearsal && !recording.paused) recording.journal.write(rehearsal);
  });
  return {
    subscribe: (listener) => rehearser.subscribe(listener),
    arm: (wanted) => {
      plan = wanted;
      rehearser.arm(wanted);
    },
    stop: () => rehearser.stop(),
    watchAccess: (watcher) => {
      watchers.add(watcher);
      if (access) watcher(access);
      line?.say({ type: 'access' });
      return () => watchers.delete(watcher);
    },
    askForSites: (sites) => line?.say({ type: 'ask-sites', sites }),
    sitesGiven: (given) => line?.say({ type: 'sites-given', given }),
    giveBack: () => {
      rehearser.stop();
      line?.say({ type: 'give-back' });
    },
  };
}

function answerOf(plan: PagePlan | RulePlan | null): Exchange['response'] {
  if (!plan || !('deed' in plan) || plan.deed.kind !== 'answer') return null;
  const { status, statusText, headers, body } = plan.deed;
  return {
    status,
    statusText,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    headersComplete: true,
    body: { text: body },
  };
}
