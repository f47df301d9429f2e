import { lostRefresh, refreshCollision } from '../../flow/facts/refresh-uses.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';
import { familyEnd, refusalWords } from '../shared/refresh-race.ts';

export default defineCheck({
  title: 'A refresh token that was replaced is used again',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'refresh_token',
  effect: 'request-fails',
  why: 'An earlier refresh brought a new token and ended this one. A server that sees it again cannot tell an old copy from a theft, so it may revoke the new token as well.',
  fix: 'Save the new refresh token of every answer in the one place that all tabs and processes read, and read it from there right before each refresh.',
  specs: [rfc(9700, '4.14.2'), rfc(6749, '6')],
  aliases: ['refresh-token-not-updated'],
  explains: ['refresh-invalid-grant', 'token-error-unknown-code', 'token-error-nonstandard-shape'],
  subject: 'token-request',
  *check(message, flow) {
    const collision = refreshCollision(flow, message);
    if (!collision) {
      const lost = lostRefresh(flow, message);
      if (lost) yield afterLostAnswer(message, lost);
      return;
    }
    const { winner, parallel, losers } = collision;
    if (parallel || losers[0] !== message) return;
    const { sentence, explains } = familyEnd(flow, collision);
    const gap = span(message.exchange.startedAt - winner.exchange.startedAt);
    const last = losers.at(-1) ?? message;
    const again =
      losers.length > 1
        ? ` It was sent ${losers.length} times within ${span(last.exchange.startedAt - message.exchange.startedAt)}.`
        : '';
    yield {
      at: parameter('refresh_token'),
      observed: `This refresh token was used ${gap} before, and that answer replaced it by a new one. The server now refused it with ${refusalWords(message)}.${again}${sentence}`,
      references: [toMessage(`used ${gap} before`, winner)],
      expected: 'The refresh token of the latest answer',
      explains: ['token-error-unknown-code', 'token-error-nonstandard-shape', ...explains],
    };
  },
});

function afterLostAnswer({ exchange }: TokenRequest, lost: TokenRequest): Observation {
  const gap = span(exchange.startedAt - lost.exchange.startedAt);
  return {
    at: parameter('refresh_token'),
    observed: `The same refresh token was sent ${gap} before; the answer, perhaps with a new one, never arrived.`,
    references: [toMessage(`sent ${gap} before`, lost)],
    expected: 'The refresh token of the latest answer',
    severity: 'warning',
    certainty: 'likely',
  };
}
