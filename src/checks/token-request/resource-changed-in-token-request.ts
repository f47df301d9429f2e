import { presence } from '../../flow/facts/attempt.ts';
import { describeDifference } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The token request asks for another resource than the authorization request',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'A code or refresh token stands for the resources of the authorization request. The token request can choose among them, and add none.',
  fix: 'Send in the token request a resource of the authorization request, character by character.',
  specs: [rfc(8707, '2.2')],
  explains: [
    'token-error-invalid-target',
    'token-error-invalid-request',
    'token-error-invalid-grant',
  ],
  subject: 'token-request',
  *check({ params, grant, response }, { request }) {
    if (request === null || (grant !== 'authorization_code' && grant !== 'refresh_token')) return;
    if (presence(request, 'resource') !== 'present') return;
    const authorized = (request.inner ?? request.params).all('resource').filter(Boolean);
    const other = params.all('resource').find((one) => one !== '' && !authorized.includes(one));
    const [only] = authorized;
    if (other === undefined || only === undefined) return;
    const isRefused = response.error !== null;
    if (isRefused && !isAboutResource(response.error, response.errorDescription)) return;
    const difference = authorized.length === 1 ? describeDifference(other, only) : null;
    yield {
      at: parameter('resource'),
      observed: `The authorization request has resource ${list(authorized.slice(0, 5).map((one) => quote(one)))}, and the token request ${quote(other)}${difference === null ? '' : ` (${difference})`}.`,
      expected: list(authorized.slice(0, 5)),
      ...(isRefused ? {} : { severity: 'info' as const, effect: null }),
    };
  },
});

function isAboutResource(error: string | null, description: string | null): boolean {
  return error === 'invalid_target' || /resource|audience|target/i.test(description ?? '');
}
