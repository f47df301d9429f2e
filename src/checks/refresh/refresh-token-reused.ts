import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { span } from '../../words/times.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'A refresh token that was replaced is used again',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'Each refresh brought a new token and ended the old one. A server that sees the old one again takes it for theft and revokes all of them.',
  fix: 'Save the new refresh token before using it, in one place for all tabs, and let one request at a time refresh.',
  specs: [rfc(9700, '4.14.2')],
  explains: ['refresh-invalid-grant'],
  subject: 'token-request',
  *check(message, { recording }) {
    const token = message.params.get('refresh_token');
    if (!token || message.response.error !== 'invalid_grant') return;
    const before = recording
      .tokenRequestsWith('refresh_token', token)
      .map((use) => use.message)
      .filter((use) => use.exchange.startedAt <= message.exchange.startedAt)
      .filter((use) => use.exchange.id !== message.exchange.id);
    const replaced = before.find((use) => isReplaced(use, token));
    const lost = before.find(({ exchange }) => !exchange.response && exchange.failure);
    const first = replaced ?? lost;
    if (!first) return;
    const gap = span(message.exchange.startedAt - first.exchange.startedAt);
    yield {
      at: parameter('refresh_token'),
      observed: replaced
        ? `The same refresh token was used ${gap} before, and that answer replaced it by a new one.`
        : `The same refresh token was sent ${gap} before; the answer, perhaps with a new one, never arrived.`,
      expected: 'The refresh token of the latest answer',
      ...(replaced ? {} : { severity: 'warning', certainty: 'likely' }),
    };
  },
});

function isReplaced({ response, exchange }: TokenRequest, token: string): boolean {
  const next = response.refreshToken;
  return exchange.delivered !== false && next !== null && next !== token;
}
