import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { toAttempt } from '../../words/references.ts';
import { apart } from '../../words/times.ts';
import { claim, defineCheck, oidc } from '../check.ts';

const UNCHANGED =
  'Have the server put nonce of the authorization request unchanged into the ID token. If it does, look for what answers with an older token, such as a cache.';

export default defineCheck({
  title: 'nonce in the ID token is not the one that was sent',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'The token answers another authorization request: of another tab, of an earlier attempt, or of an attacker. The client must refuse it.',
  fix: 'Keep one nonce per state, and do not make a new one while a login is under way.',
  specs: [oidc('3.1.3.7'), oidc('15.5.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const sent = flow.request?.effective('nonce');
    const nonce = idTokenJwt(message)?.claims.nonce;
    if (!sent || typeof nonce !== 'string' || nonce === sent) return;
    const [other] = flow.recording.requestsWith('nonce', nonce);
    const words = other
      ? `the attempt that started ${apart(other.message.exchange.startedAt, flow.startedAt)} this one`
      : '';
    const whose = other
      ? `It belongs to ${words}.`
      : 'No authorization request of this recording has it.';
    const difference = describeDifference(nonce, sent);
    yield {
      at: claim('nonce'),
      observed: `nonce in the ID token is ${quote(nonce, 60)}, the request had ${quote(sent, 60)}${difference === null ? '' : `: ${difference}`}. ${whose}`,
      references: other ? [toAttempt(words, other.message)] : [],
      expected: quote(sent, 60),
      ...(other ? {} : { owner: 'authorization server', fix: UNCHANGED }),
    };
  },
});
