import { percentNormalized } from '../../http/percent.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'redirect_uri differs between authorization and token request',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The server compares both values character by character. A slash, a port or the encoding makes them different, and the code is refused.',
  fix: 'Use one constant for redirect_uri in both requests.',
  specs: [rfc(6749, '4.1.3')],
  explains: [
    'token-error-invalid-grant',
    'token-error-invalid-request',
    'token-error-unknown-code',
  ],
  subject: 'token-request',
  *check({ grant, params, response }, { request }) {
    if (grant !== 'authorization_code') return;
    const asked = request?.effective('redirect_uri');
    const sent = params.get('redirect_uri');
    if (!asked || !sent || sent === asked || sent === 'postmessage') return;
    // A server that issues tokens compares the URIs and not their spelling.
    const worked = response.outcome === 'tokens';
    if (worked && percentNormalized(sent) === percentNormalized(asked)) return;
    yield {
      at: parameter('redirect_uri'),
      observed: `The token request has ${quote(sent)}${odd(sent, asked)}, the authorization request had ${quote(asked)}.`,
      expected: quote(asked),
      severity: worked ? 'warning' : 'error',
    };
  },
});

function odd(sent: string, asked: string): string {
  const difference = describeDifference(sent, asked);
  return difference === null ? '' : ` (${difference})`;
}
