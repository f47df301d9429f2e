import type { Correlator } from '../correlation/correlator.ts';
import { isNavigationOnly } from '../flow/navigation-exchange.ts';
import type { Exchange, Gap } from '../http/exchange.ts';
import type { Recording, RecordingSource, RedactionNote } from '../http/recording.ts';

/** Everything that a correlator holds, in time order, with the navigations as such. */
export function heldRecording(
  correlator: Correlator,
  gaps: readonly Gap[],
  sources: readonly RecordingSource[],
  redaction: RedactionNote | null,
): Recording {
  const held = [...correlator.exchanges(), ...correlator.silent.all()].sort(byTime);
  return {
    exchanges: held.filter((one) => !isNavigation(one)),
    navigations: held
      .filter(isNavigation)
      .map(({ startedAt, request }) => ({ at: startedAt, url: request.url })),
    gaps,
    sources,
    ...(redaction === null ? {} : { redaction }),
  };
}

/** Another recorder may have seen the request of what was a navigation first. */
function isNavigation(exchange: Exchange): boolean {
  return isNavigationOnly(exchange) && exchange.request.headers.length === 0;
}

function byTime(a: Exchange, b: Exchange): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}
