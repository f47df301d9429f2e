import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, oidc } from '../check.ts';

export default defineCheck({
  title: 'ID token is signed with an algorithm that the metadata does not list',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  why: 'A client takes the algorithm that it registered, which is RS256 by default, and refuses any other. With HS256 the client secret is the key, which public clients do not have.',
  fix: 'Set id_token_signed_response_alg of the client to an algorithm of the metadata.',
  specs: [oidc('3.1.3.7'), oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, { metadata }) {
    const alg = idTokenJwt(message)?.header.alg;
    const listed = jsonList(metadata?.metadata?.id_token_signing_alg_values_supported);
    if (typeof alg !== 'string' || alg.toLowerCase() === 'none') return;
    if (listed.length === 0 || listed.includes(alg)) return;
    const names = list(listed.slice(0, 10).map((one) => quote(one, 40)));
    yield {
      at: member('id_token'),
      observed: `The header of the ID token has alg ${quote(alg, 40)}, the metadata lists ${names}.`,
      expected: names,
    };
  },
});
