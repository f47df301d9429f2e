import { issueOfRefreshToken, refreshCollision } from '../../flow/facts/refresh-uses.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { numericMember } from '../../oauth/values/json.ts';
import { span } from '../../words/times.ts';
import { defineCheck, rfc } from '../check.ts';
import { refusalReport } from '../shared/token-error-check.ts';

export default defineCheck({
  title: 'The refresh token is refused',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  token: 'refresh_token',
  effect: 'request-fails',
  why: 'It has expired, was revoked, or was replaced by a newer one. At the end of a session that is normal; soon after it was issued it is not.',
  fix: 'Send the user to the login once and do not repeat the refresh; save the newest refresh token of every answer.',
  specs: [rfc(6749, '5.2'), rfc(6749, '6')],
  subject: 'token-request',
  *check(message, flow) {
    const { grant, response, exchange } = message;
    if (grant !== 'refresh_token' || response.error !== 'invalid_grant') return;
    // The check on the reuse of a refresh token tells of this refusal.
    if (refreshCollision(flow, message)) return;
    const issue = issueOfRefreshToken(flow, message);
    const age = issue ? exchange.startedAt - issue.exchange.startedAt : null;
    const report = refusalReport(message, flow, {});
    yield {
      ...report,
      observed: `${report.observed}${age !== null && age >= 0 ? ageSentence(age, message, issue) : ''}`,
    };
  },
});

/** A token that is younger than the access token beside it may be has hardly expired. */
function ageSentence(age: number, { response }: TokenRequest, issue: TokenRequest | null): string {
  const sentence = ` The refresh token was ${span(age)} old.`;
  const lifetime = (numericMember(issue?.response.json ?? null, 'expires_in') ?? 0) * 1_000;
  const young = age < lifetime && !/expire/i.test(response.errorDescription ?? '');
  return young
    ? `${sentence} Its access token was still valid, so it was probably revoked: consent withdrawn, session ended or password changed.`
    : sentence;
}
