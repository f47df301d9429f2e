import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'The answer to the token exchange does not say what was issued',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'access_token holds whatever was issued: an access token, an ID token, an ID-JAG. Only issued_token_type says which, and clients that follow RFC 8693 refuse an answer without it.',
  fix: 'Have the server send issued_token_type with the URN of what it issued.',
  specs: [rfc(8693, '2.2.1')],
  subject: 'token-request',
  *check({ grant, response }) {
    if (grant !== 'token_exchange' || response.accessToken === null || response.json === null)
      return;
    if (response.outcome !== 'tokens' || response.json.issued_token_type !== undefined) return;
    yield {
      at: member('issued_token_type'),
      observed: 'The answer has access_token and no issued_token_type.',
      expected: 'urn:ietf:params:oauth:token-type:access_token, or another URN',
    };
  },
});
