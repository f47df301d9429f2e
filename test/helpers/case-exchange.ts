import type {
  Body,
  BodyLoss,
  Destination,
  Exchange,
  Failure,
  FailureReason,
  Header,
  HttpRequest,
  HttpResponse,
  RequestMode,
} from '../../src/http/exchange.ts';
import { headerValue } from '../../src/http/headers.ts';
import type { Draft } from './case-draft.ts';
import { fillIn, offset } from './case-values.ts';

type Directives = Draft['directives'];

/** Values of `Sec-Fetch-Dest` that recorders tell apart. */
const DESTINATIONS = new Set(['document', 'iframe', 'empty', 'worker']);

/** Why a body is unknown when the case does not say. */
const NO_REASON = 'not-recorded';

/** One exchange of a case. `previous` is the start of the one before it. */
export function caseExchange(draft: Draft, index: number, previous: number): Exchange {
  const { directives } = draft;
  const at = directives.get('at') ?? (index === 0 ? '+0s' : '+1s');
  const startedAt = previous + offset(at);
  const lines = draft.lines.map((line) => fillIn(line, startedAt));
  const sent = lines.filter((line) => !line.startsWith('<'));
  const received = lines.filter((line) => line.startsWith('<')).map((line) => line.slice(1).trim());
  const request = readRequest(sent, directives);
  const response = directives.has('response unknown') ? null : readResponse(received, directives);
  const failure = readFailure(directives);
  const delivered = directives.get('delivered') ?? (directives.has('withheld') ? 'false' : null);
  return {
    id: `e${index + 1}`,
    startedAt,
    duration: Number(directives.get('duration')?.replace(/ms$/, '') ?? 20),
    ...destinationOf(request, directives),
    preflight:
      request.method === 'OPTIONS' &&
      headerValue(request.headers, 'access-control-request-method') !== null,
    request,
    response,
    ...(directives.has('beacon') ? { beacon: true } : {}),
    failure,
    delivered: delivered === null ? null : delivered === 'true',
    initiator: null,
    frame: directives.get('frame') ?? null,
    source: Number(directives.get('source') ?? 0),
    fromCache: directives.has('cached'),
    ...(directives.has('via worker') ? { viaWorker: true as const } : {}),
  };
}

function readRequest(lines: readonly string[], directives: Directives): HttpRequest {
  const [first = '', ...rest] = lines;
  const space = first.indexOf(' ');
  const method = first.slice(0, space);
  const url = first.slice(space + 1).trim();
  const { headers, body } = headersAndBody(rest);
  const lost = directives.get('request body unknown');
  return {
    method,
    url,
    headers,
    headersComplete: !directives.has('headers incomplete'),
    body:
      lost !== undefined
        ? { unknown: (lost || NO_REASON) as BodyLoss }
        : body === ''
          ? null
          : { text: body },
  };
}

function readResponse(lines: readonly string[], directives: Directives): HttpResponse | null {
  const [first, ...rest] = lines;
  if (first === undefined) return null;
  const [status = '', ...words] = first.split(' ');
  const { headers, body } = headersAndBody(rest);
  // `???` is a status that the recorder lost.
  if (!/^(?:[1-5]\d\d|\?{3})$/.test(status)) throw new Error(`expected a status: < ${first}`);
  return {
    status: status === '???' ? null : Number(status),
    statusText: words.join(' '),
    headers,
    headersComplete: !directives.has('headers incomplete'),
    body: responseBody(body, directives),
  };
}

function responseBody(text: string, directives: Directives): Body {
  const lost = directives.get('response body unknown');
  if (lost !== undefined) return { unknown: (lost || NO_REASON) as BodyLoss };
  return directives.has('response body truncated') ? { text, truncated: true } : { text };
}

function headersAndBody(lines: readonly string[]): { headers: Header[]; body: string } {
  const blank = lines.indexOf('');
  const end = blank < 0 ? lines.length : blank;
  const headers = lines.slice(0, end).map((line) => {
    const colon = line.indexOf(':', 1);
    if (colon < 0) throw new Error(`expected a header: ${line}`);
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
  return {
    headers,
    body: lines
      .slice(end + 1)
      .join('\n')
      .trimEnd(),
  };
}

function readFailure(directives: Directives): Failure | null {
  const given = directives.get('failure') ?? (directives.has('withheld') ? 'blocked' : undefined);
  if (given === undefined) return null;
  const [reason = '', ...text] = given.split(' ');
  return { reason: reason as FailureReason, text: text.length > 0 ? text.join(' ') : null };
}

function destinationOf(
  { method, headers }: HttpRequest,
  directives: Directives,
): { destination: Destination; mode: RequestMode } {
  const script =
    method !== 'GET' ||
    headerValue(headers, 'origin') !== null ||
    headerValue(headers, 'authorization') !== null;
  const sent = headerValue(headers, 'sec-fetch-dest');
  const destination =
    directives.get('destination') ??
    (sent === null ? null : DESTINATIONS.has(sent) ? sent : 'other') ??
    (script ? 'empty' : 'document');
  const document = destination === 'document' || destination === 'iframe';
  const mode =
    directives.get('mode') ??
    headerValue(headers, 'sec-fetch-mode') ??
    (document ? 'navigate' : 'cors');
  return { destination: destination as Destination, mode: mode as RequestMode };
}
