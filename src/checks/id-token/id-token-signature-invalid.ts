import { idTokenJwt, idTokenOf } from '../../flow/facts/id-token.ts';
import { wentOnWith } from '../../flow/facts/id-token-use.ts';
import { signatureIn } from '../../flow/facts/token-signature.ts';
import type { Signature } from '../../flow/signatures.ts';
import { stringMember } from '../../oauth/values/json.ts';
import type { Jwt } from '../../oauth/values/jwt.ts';
import { quote } from '../../words/quote.ts';
import { cannotTell, defineCheck, member, type Observation, oidc, rfc } from '../check.ts';
import { unverifiable } from '../shared/signature-words.ts';

export default defineCheck({
  title: 'The signature of the ID token does not verify',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'A client must refuse a token whose signature does not verify: it was changed on its way, or signed with another key than its issuer publishes.',
  fix: 'Sign with the key that is published under this kid. Look for another environment, a restored key store, or a proxy that changes tokens.',
  specs: [oidc('3.1.3.7'), rfc(7515, '5.2')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    if (idTokenOf(message)?.view.kind === 'encrypted') {
      yield cannotTell('The ID token is encrypted.');
      return;
    }
    const jwt = idTokenJwt(message);
    if (!jwt) return;
    const signature = signatureIn(flow, jwt, 'id_token');
    const reason = unverifiable(signature);
    if (reason !== null) yield cannotTell(reason);
    const fault = faultOf(jwt, signature);
    if (!fault) return;
    yield {
      at: member('id_token'),
      ...fault,
      ...(wentOnWith(message, flow) ? { severity: 'info' } : {}),
    };
  },
});

function faultOf({ header, claims }: Jwt, signature: Signature): Observation | null {
  switch (signature.is) {
    case 'invalid': {
      const { kid, set } = signature;
      const observed =
        kid === null
          ? `No key of ${set.url} made the signature of the ID token.`
          : `The ID token names the key ${quote(kid, 80)}; the key of that name at ${set.url} did not make its signature.`;
      return { observed };
    }
    case 'other-issuer': {
      const { kid, set } = signature;
      const iss = stringMember(claims, 'iss') ?? '';
      return {
        title: 'The ID token is signed with the key of another issuer',
        observed: `iss of the ID token is ${quote(iss)}, and it is signed with the key ${quote(kid, 80)} of ${quote(set.issuer ?? set.url)}.`,
        fix: 'Make issuer and signing key belong together: the same realm, tenant or environment in the server that signs and in its metadata.',
      };
    }
    case 'other-algorithm': {
      const { key, set } = signature;
      const kind = stringMember(key, 'alg') ?? stringMember(key, 'crv') ?? String(key.kty);
      return {
        title: 'The key of the ID token is not for its algorithm',
        observed: `alg of the ID token is ${quote(String(header.alg), 40)}; the key that it names, ${quote(String(key.kid), 80)} at ${set.url}, is for ${quote(kind, 40)}.`,
        fix: 'Set id_token_signed_response_alg of the client to the algorithm of the published key, or publish the key that signs.',
      };
    }
    case 'not-by-secret':
      return bySecret(String(header.alg));
    default:
      return null;
  }
}

/** OpenID Connect Core section 10.1: the key is the client secret. Some servers use their own. */
function bySecret(alg: string): Observation {
  return {
    title: 'The ID token is not signed with the secret of the client',
    observed: `alg of the ID token is ${alg}, and the recorded secret of the client did not make its signature.`,
    severity: 'warning',
    effect: null,
    fix: `Set id_token_signed_response_alg of the client to RS256 or ES256; if it has to be ${alg}, compare the secret in the client with the one that the server signs with.`,
  };
}
