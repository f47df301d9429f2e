import { readPage } from '../../flow/facts/page-text.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus, isError } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Report, rfc, STATUS, TARGET_URL } from '../check.ts';
import { failureFor, serverOf } from '../shared/failed-request.ts';
import { answerSentence } from '../shared/refusal-words.ts';
import { statementOfApi } from '../shared/statement.ts';

export default defineCheck({
  title: 'The API is not healthy',
  severity: 'warning',
  owner: 'resource server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The client asks whether the API is there before it uses it with a token. With this answer it takes the API for unreachable.',
  fix: 'Look into the logs of the API at this moment, and whether it runs.',
  specs: [rfc(9110, '15')],
  subject: ['health-check', 'api-call'],
  *check(message, flow) {
    if (message.kind === 'api-call') {
      yield* behindApi(message, flow);
      return;
    }
    const { exchange } = message;
    const { request, response, duration } = exchange;
    const url = withoutQuery(request.url);
    if (failureFor(message, ['aborted'])) {
      const after = duration === null ? '' : ` after ${span(duration)}`;
      yield {
        at: TARGET_URL,
        title: 'The API does not answer its health check in time',
        observed: `${request.method} ${url} was cancelled${after}, without an answer.`,
        fix: `Find out why ${serverOf(exchange)} does not answer: is it running, and does it answer a command-line tool? If it is only slow to start, give it more time.`,
      };
      return;
    }
    if (!response || !isError(response) || hasStatus(response, 401, 403)) return;
    if (hasStatus(response, 405, 405) || hasStatus(response, 429, 429)) return;
    const isMissing = hasStatus(response, 404, 404) || hasStatus(response, 410, 410);
    yield {
      at: STATUS,
      observed: answerSentence(`${request.method} ${url}`, exchange),
      ...(isMissing
        ? {
            title: 'The API has no health check at this path',
            owner: 'client' as const,
            fix: `Compare the path with the one that the API documents for its health check; ${serverOf(exchange)} itself answers.`,
          }
        : {}),
    };
  },
});

/** An API that fails because its own request to the authorization server failed. */
function* behindApi(call: ApiCall, flow: Flow): Iterable<Report> {
  const { exchange, token } = call;
  const { request, response } = exchange;
  if (token === null || !response || !hasStatus(response, 500, 599)) return;
  const found = statementOfApi(readPage(exchange)?.text ?? '', flow);
  if (!found) return;
  const answer = answerSentence(`${request.method} ${withoutQuery(request.url)}`, exchange);
  yield {
    at: STATUS,
    severity: succeededLater(flow, call) ? 'info' : 'error',
    observed: `${answer} ${found.says}`,
    why: 'Without metadata, keys or introspection of the authorization server an API can verify no token. Nothing is wrong with the token.',
    ...found.report,
  };
}
