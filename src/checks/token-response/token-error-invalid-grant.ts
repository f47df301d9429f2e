import { list } from '../../words/numbers.ts';
import { rfc } from '../check.ts';
import { assertionEvidence } from '../shared/assertion-evidence.ts';
import { handedInEvidence } from '../shared/handed-in-evidence.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

/** The parameter of the authorization request that a parameter of the token request answers. */
const BESIDE: Readonly<Record<string, string>> = { code_verifier: 'code_challenge' };

export default tokenErrorCheck({
  code: 'invalid_grant',
  title: 'What the client handed in is refused (invalid_grant)',
  owner: 'client',
  why: 'It is wrong, has expired, was used before, was revoked, or belongs to another client. What that is depends on the grant: a code, an assertion, the password of a user.',
  fix: 'Compare what the request hands in with what the server issued or accepts for this grant.',
  specs: [rfc(6749, '5.2'), rfc(8628, '3.5'), rfc(7523, '3.1'), rfc(8693, '2.2.2')],
  byGrant: 'invalidGrant',
  details: ({ grant, params }, { request }) => {
    if (grant !== 'authorization_code') return {};
    // Only what this client sends can differ.
    const names = ['redirect_uri', 'client_id', 'code_verifier'].filter(
      (name) =>
        name === 'client_id' ||
        params.has(name) ||
        (request?.effective(BESIDE[name] ?? name) ?? '') !== '',
    );
    return {
      fix: `Start a new login; if that fails as well, compare ${list(names)} of both requests.`,
    };
  },
  evidence: (message, flow) => handedInEvidence(message, flow) ?? assertionEvidence(message),
  // Another check covers a refused refresh token.
  unless: ({ grant }) => grant === 'refresh_token',
});
