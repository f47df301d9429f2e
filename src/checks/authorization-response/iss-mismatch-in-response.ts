import { isSameIssuer } from '../../flow/facts/issuer.ts';
import { withoutQuery } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'iss of the response is not the expected issuer',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  effect: 'client-rejects',
  why: 'The response says that another server issued it. A client that sends the code to the server it expected may hand it to an attacker.',
  fix: 'Configure the issuer exactly as the metadata has it, and never send this code anywhere.',
  specs: [rfc(9207, '2.4')],
  explains: ['redirect-landing-failed'],
  subject: 'authorization-response',
  *check({ params }, { metadata, request }) {
    const came = params.get('iss');
    const document = metadata?.metadata ?? null;
    const expected = stringMember(document, 'issuer');
    const endpoint = stringMember(document, 'authorization_endpoint');
    if (!came || expected === null || endpoint === null) return;
    if (request && withoutQuery(endpoint) !== request.endpoint) return;
    if (isSameIssuer(expected, came)) return;
    const difference = describeDifference(came, expected);
    yield {
      at: parameter('iss'),
      observed: `iss is ${quote(came)}${difference === null ? '' : ` (${difference})`}, the metadata names ${quote(expected)}.`,
      expected: quote(expected),
    };
  },
});
