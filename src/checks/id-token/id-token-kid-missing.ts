import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { wentOnWith } from '../../flow/facts/id-token-use.ts';
import { canSign } from '../../oauth/values/key-set.ts';
import { defineCheck, member, oidc } from '../check.ts';

export default defineCheck({
  title: 'The ID token does not say which of several keys signed it',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  token: 'id_token',
  why: 'Many libraries refuse a token without kid when the key set has more than one key that it could be, because they do not try them all.',
  fix: 'Have the server put the kid of the key into the header of its tokens.',
  specs: [oidc('10.1')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const jwt = idTokenJwt(message);
    if (!jwt || jwt.header.kid !== undefined || jwt.header.x5t !== undefined) return;
    const signature = flow.recording.signatureOf(jwt);
    if (!('set' in signature)) return;
    const alg = String(jwt.header.alg);
    const { url, keys } = signature.set;
    const number = keys.filter((key) => canSign(key, alg)).length;
    if (number < 2) return;
    yield {
      at: member('id_token'),
      observed: `The header of the ID token has no kid, and ${url} has ${number} keys for ${alg}.`,
      expected: 'A kid in the header',
      ...(wentOnWith(message, flow) ? { severity: 'info' } : {}),
    };
  },
});
