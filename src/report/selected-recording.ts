import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { navigationExchange } from '../flow/navigation-exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { requestCookies } from '../http/request-cookies.ts';
import { responseCookies } from '../http/set-cookie.ts';
import type { Message } from '../oauth/message.ts';
import { kindsThat } from '../oauth/message-kinds.ts';
import { count } from '../words/numbers.ts';
import type { ReportOptions } from './format.ts';
import { selectionOf, shownMessages } from './selection.ts';
import type { Shared } from './shared.ts';

const DOCUMENTS = kindsThat(({ isDocument }) => isDocument === true);

/**
 * The redacted recording, or the part of it that the chosen flows need: their exchanges with the
 * preflights, the documents of servers, and the exchanges that set the cookies that they send.
 */
export function selectedRecording(shared: Shared, options: ReportOptions): Shared['recording'] {
  const { recording, snapshot } = shared;
  const { flows, only, isWhole } = selectionOf(shared, options);
  if (isWhole) return recording;
  const messages = flows.flatMap(({ flow }) => shownMessages(flow, only).map(([, one]) => one));
  const own = messages.flatMap(exchangesOf);
  const around = only === null ? documentsIn(snapshot) : [];
  const wanted = new Set([...own, ...around].map(({ id }) => id));
  const requests = new Set(own.map(requestOf));
  const setters = only === null ? settersOf(own, recording.exchanges) : new Set<Exchange>();
  const exchanges = recording.exchanges.filter(
    (one) =>
      wanted.has(one.id) ||
      setters.has(one) ||
      // Another recorder may have seen the same exchange.
      (recording.sources.length > 1 && requests.has(requestOf(one))),
  );
  const what = only === null ? count(flows.length, 'flow') : 'one message';
  const left = `This file has only what belongs to ${what} of the recording.`;
  const { redaction } = recording;
  const armed = new Set(exchanges.flatMap(({ rehearsed }) => rehearsed?.armedAt ?? []));
  const rehearsals = recording.rehearsals?.filter(({ armedAt }) => armed.has(armedAt));
  return {
    ...recording,
    ...(rehearsals ? { rehearsals } : {}),
    exchanges,
    navigations: recording.navigations.filter((one) => wanted.has(navigationExchange(one).id)),
    redaction: { ...redaction, hides: [...redaction.hides, left] },
  };
}

function exchangesOf(message: Message): readonly Exchange[] {
  const issuedBy = message.kind === 'authorization-response' ? message.issuedBy : null;
  return [message.exchange, message.preflight, issuedBy].filter((one) => one !== null);
}

function requestOf({ request, startedAt }: Exchange): string {
  return `${request.method} ${request.url} ${Math.round(startedAt / 60_000)}`;
}

function documentsIn({ flows, loose }: Shared['snapshot']): readonly Exchange[] {
  const all = [...flows.flatMap(({ flow }: AnalysedFlow) => flow.messages), ...loose];
  return all.filter(({ kind }) => DOCUMENTS.has(kind)).map(({ exchange }) => exchange);
}

/** Exchanges whose answers set a cookie that one of the requests sends. */
function settersOf(
  requests: readonly Exchange[],
  exchanges: readonly Exchange[],
): ReadonlySet<Exchange> {
  const sent = new Set(requests.flatMap(requestCookies).map(({ name }) => name));
  const last = Math.max(...requests.map(({ startedAt }) => startedAt));
  return new Set(
    exchanges.filter(
      (one) => one.startedAt <= last && responseCookies(one).some(({ name }) => sent.has(name)),
    ),
  );
}
