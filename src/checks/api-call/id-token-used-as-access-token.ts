import { isIdToken } from '../../flow/facts/token-use.ts';
import { statusWords } from '../../http/status.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, oidc, rfc } from '../check.ts';

export default defineCheck({
  title: 'The ID token is sent to an API',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  why: 'An ID token tells the client who logged in; its audience is the client. An API wants the access token and has to refuse this one.',
  fix: 'Send access_token of the token response instead of id_token.',
  specs: [rfc(9068, '4'), oidc('2')],
  explains: ['api-401-invalid-token', 'userinfo-failed', 'api-403-other'],
  subject: ['api-call', 'userinfo-request'],
  *check({ exchange, token }, flow) {
    // Some APIs are made for ID tokens. A call that succeeds shows that this is one of them.
    const { response } = exchange;
    if (!response || refusedWith(exchange) === null) return;
    if (token === null || !isIdToken(flow, token)) return;
    const said = bearerChallenge(exchange)?.description;
    yield {
      at: header('Authorization'),
      observed: `The call carries the ID token and was answered ${statusWords(response)}${said ? `: ${quote(said)}` : ''}.`,
      expected: 'The access token',
    };
  },
});
