import { crossOriginOf } from '../../flow/facts/cors-call.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { headerValue } from '../../http/headers.ts';
import { isError, statusWords } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import type { Message, MessageKind } from '../../oauth/message.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, fetchStandard, header, rfc } from '../check.ts';

/** What a client sends next that understood the challenge. */
const NEXT: ReadonlySet<MessageKind> = new Set([
  'protected-resource-metadata-request',
  'metadata-request',
  'authorization-request',
  'token-request',
]);
const DOCUMENTS: ReadonlySet<MessageKind> = new Set([
  'protected-resource-metadata-request',
  'metadata-request',
]);

/** What a client runs into that has to guess where the metadata is. */
const FOLLOWS = ['api-401-no-token', 'resource-metadata-missing', 'discovery-fetch-failed'];

export default defineCheck({
  title: 'The page cannot read what the API asks for',
  severity: 'warning',
  owner: 'resource server',
  basis: 'observed',
  why: 'Script reads only those headers of another origin that Access-Control-Expose-Headers lists. Without WWW-Authenticate the client sees a bare refusal and does not know how to go on.',
  fix: 'Answer with Access-Control-Expose-Headers: WWW-Authenticate.',
  specs: [fetchStandard('CORS-exposed header-name list', 'cors-protocol'), rfc(6750, '3')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    const challenge = bearerChallenge(exchange);
    if (!response || !challenge || refusedWith(exchange) === null) return;
    const { resourceMetadata, acrValues, maxAge, error } = challenge;
    const stronger = acrValues ?? maxAge ?? (error === 'insufficient_scope' ? error : null);
    const tells = resourceMetadata !== null ? 'resource_metadata' : stronger && 'what is missing';
    const page = crossOriginOf(message);
    if (!tells || page === null || exchange.delivered === false || wentOn(message, flow)) return;
    const { headers, headersComplete } = response;
    if (headerValue(headers, 'access-control-allow-origin') === null) return;
    const exposed = headerValue(headers, 'access-control-expose-headers');
    if (exposed === null && !headersComplete) {
      yield cannotTell('The recording does not have all headers of the answer.');
      return;
    }
    const names = (exposed ?? '').split(',').map((name) => name.trim().toLowerCase());
    if (names.includes('www-authenticate') || names.includes('*')) return;
    yield {
      at: header('Access-Control-Expose-Headers'),
      certainty: 'likely',
      observed: `The API answered ${statusWords(response)} with ${tells} in WWW-Authenticate, and ${exposed === null ? 'no Access-Control-Expose-Headers' : `Access-Control-Expose-Headers is ${quote(exposed, 80)}`}. ${ending(page, nextSteps(message, flow)[0])}`,
      expected: 'Access-Control-Expose-Headers: WWW-Authenticate',
      explains: resourceMetadata === null ? [] : FOLLOWS,
    };
  },
});

function ending(page: string, guess: Message | undefined): string {
  const answer = guess?.exchange.response;
  if (!guess || !answer) return `The page of ${page} did not go on.`;
  const { url } = guess.exchange.request;
  return `The page of ${page} looked for the metadata elsewhere: ${withoutQuery(url)} answered ${statusWords(answer)}.`;
}

/** Whether the client took the next step, or got what it wanted. */
function wentOn(message: ApiCall, flow: Flow): boolean {
  const { startedAt } = message.exchange;
  return (
    succeededLater(flow, message) ||
    nextSteps(message, flow).some((one) => !isGuess(one, message)) ||
    (flow.client !== null && flow.recording.nextLogin(flow.client, startedAt) !== null)
  );
}

function nextSteps({ exchange: { startedAt } }: ApiCall, { messages }: Flow): readonly Message[] {
  return messages.filter(({ kind, exchange }) => NEXT.has(kind) && exchange.startedAt > startedAt);
}

/** A search for metadata at a usual place, which failed: the challenge names another place. */
function isGuess({ kind, exchange }: Message, { exchange: call }: ApiCall): boolean {
  const named = bearerChallenge(call)?.resourceMetadata ?? null;
  return (
    named !== null &&
    DOCUMENTS.has(kind) &&
    exchange.request.url !== named &&
    isError(exchange.response)
  );
}
