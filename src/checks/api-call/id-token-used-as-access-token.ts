import { isIdToken } from '../../flow/token-use.ts';
import { bearerChallenge } from '../../oauth/challenge.ts';
import { defineCheck, header, oidc, rfc } from '../check.ts';
import { quote } from '../words.ts';

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
    const status = exchange.response?.status ?? 0;
    // Some APIs are made for ID tokens; their acceptance settles it.
    if ((status !== 401 && status !== 403) || token === null || !isIdToken(flow, token)) return;
    const said = bearerChallenge(exchange)?.description;
    yield {
      at: header('Authorization'),
      observed: `The call carries the ID token and was answered ${status}${said ? `: ${quote(said)}` : ''}.`,
      expected: 'The access token',
    };
  },
});
