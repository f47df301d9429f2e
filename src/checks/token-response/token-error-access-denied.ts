import { rfc } from '../check.ts';
import { DENIED } from '../shared/denied-refusals.ts';
import { tokenErrorCheck } from '../shared/token-error-check.ts';

export default tokenErrorCheck({
  code: 'access_denied',
  title: 'The server denies the request (access_denied)',
  owner: 'authorization server',
  why: 'The client and what it handed in are known. A rule, a policy or an extension of the server forbids this user or client the tokens.',
  fix: 'Find the rule that the description names at the server, and let it allow this user and client, or tell the user.',
  specs: [rfc(6749, '5.2'), rfc(6749, '4.1.2.1')],
  byGrant: DENIED,
  // Another check covers logins that are approved on another device.
  unless: ({ grant }) => grant === 'device_code' || grant === 'ciba',
});
