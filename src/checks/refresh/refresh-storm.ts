import { refreshStorms } from '../../flow/facts/refresh-rate.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc, TARGET_URL } from '../check.ts';

export default defineCheck({
  title: 'The client refreshes far more often than the tokens expire',
  severity: 'warning',
  owner: 'client',
  basis: 'computed',
  why: 'Each refresh brings a token that is good for its whole lifetime. A client that asks for one before every call is slow, is soon limited, and loses its session when two refreshes cross.',
  fix: 'Keep the access token until shortly before it expires, and let all callers wait for one refresh: check that expires_in is read as seconds and that the new token is stored.',
  specs: [rfc(6749, '1.5'), rfc(6749, '5.1')],
  subject: 'token-request',
  *check(message, flow) {
    const storm = refreshStorms(flow).find(({ first }) => first === message);
    if (!storm) return;
    const { count, last } = storm;
    const seconds = numericMember(message.response.json, 'expires_in') ?? 0;
    yield {
      at: TARGET_URL,
      observed: `${count} refreshes within ${span(last.exchange.startedAt - message.exchange.startedAt)}, although each token is valid for ${span(seconds * 1_000)}.`,
      expected: 'One refresh for each lifetime of a token',
    };
  },
});
