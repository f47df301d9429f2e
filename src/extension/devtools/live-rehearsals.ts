import type { Exchange } from '../../http/exchange.ts';
import type { PagePlan } from '../../rehearsal/page-plan.ts';
import type { RehearsalListener, RehearsalPort } from '../handover.ts';
import type { DevtoolsApi } from './devtools-api.ts';
import type { LiveRecording } from './live-recording.ts';
import { madeExchange } from './rehearsal-marks.ts';
import { Rehearser } from './rehearser.ts';

/** Writes what is rehearsed in the inspected page into its recording. */
export function liveRehearsals(
  api: Pick<DevtoolsApi, 'evaluate' | 'onNavigated'>,
  recording: LiveRecording,
): RehearsalPort {
  let plan: PagePlan | null = null;
  const put = (exchange: Exchange): void => {
    if (!recording.paused) recording.put(exchange, { epoch: recording.epoch, side: 'devtools' });
  };
  const rehearser = new Rehearser({
    evaluate: (expression) => api.evaluate(expression),
    onNavigated: (listener) => api.onNavigated(listener),
    hit: (hit, rehearsal) => {
      if (hit.delay === null) put(madeExchange(hit, rehearsal, answerOf(plan)));
      else {
        recording.marks.await(hit, rehearsal, plan?.deed.kind === 'twice' ? 2 : 1);
        for (const exchange of recording.exchanges.slice(-200)) {
          const marked = recording.marks.marked(exchange);
          if (marked !== exchange) put(marked);
        }
      }
    },
    lasting: (rehearsal) => recording.marks.lasting(rehearsal),
  });
  return {
    subscribe: (listener: RehearsalListener) => rehearser.subscribe(listener),
    arm: (wanted) => {
      plan = wanted;
      rehearser.arm(wanted);
    },
    stop: () => rehearser.stop(),
  };
}

function answerOf(plan: PagePlan | null): Exchange['response'] {
  if (plan?.deed.kind !== 'answer') return null;
  const { status, statusText, headers, body } = plan.deed;
  return {
    status,
    statusText,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    headersComplete: true,
    body: { text: body },
  };
}
