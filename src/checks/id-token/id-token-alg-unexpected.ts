import { type IdTokenBearer, idTokenJwt } from '../../flow/facts/id-token.ts';
import { wentOnWith } from '../../flow/facts/id-token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { jsonList } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, type Observation, oidc } from '../check.ts';

export default defineCheck({
  title: 'ID token is signed with an algorithm that the metadata does not list',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  why: 'A client takes the algorithm that it registered, which is RS256 by default, and refuses any other. With HS256 the client secret is the key, which public clients do not have.',
  fix: 'Set id_token_signed_response_alg of the client to an algorithm of the metadata.',
  specs: [oidc('3.1.3.7'), oidc('2'), oidc('10.1')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const { metadata } = flow;
    const alg = idTokenJwt(message)?.header.alg;
    const listed = jsonList(metadata?.metadata?.id_token_signing_alg_values_supported);
    if (typeof alg !== 'string' || alg.toLowerCase() === 'none') return;
    if (listed.length === 0 || listed.includes(alg)) {
      if (/^HS\d+$/.test(alg) && isPublic(message)) yield withoutSecret(alg, message, flow);
      return;
    }
    const names = list(listed.slice(0, 10).map((one) => quote(one, 40)));
    yield {
      at: member('id_token'),
      observed: `The header of the ID token has alg ${quote(alg, 40)}, the metadata lists ${names}.`,
      expected: names,
    };
  },
});

/** Whether the client authenticates by nothing, so that it has no secret. */
function isPublic(message: IdTokenBearer): boolean {
  return message.kind === 'token-request' && clientAuthentication(message).kind === 'none';
}

/** OpenID Connect Core section 10.1: the key of HS256 is the client secret. */
function withoutSecret(alg: string, message: IdTokenBearer, flow: Flow): Observation {
  return {
    at: member('id_token'),
    title: 'ID token is signed with a secret that this client does not have',
    observed: `The header of the ID token has alg ${quote(alg, 40)}, and the client sent no secret.`,
    expected: 'RS256 or ES256',
    ...(wentOnWith(message, flow) ? { severity: 'info' } : {}),
  };
}
