import { type IdTokenBearer, idTokenJwt } from '../../flow/facts/id-token.ts';
import { settingName } from '../../providers/registry/console.ts';
import { providerOf } from '../../providers/registry/identify.ts';
import { list } from '../../words/numbers.ts';
import { claim, defineCheck, oidc } from '../check.ts';

const REQUIRED = ['iss', 'sub', 'aud', 'exp', 'iat'];
const MAX_SUBJECT = 255;

export default defineCheck({
  title: 'ID token lacks required claims',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  token: 'id_token',
  effect: 'client-rejects',
  why: 'Every ID token has iss, sub, aud, exp and iat. Libraries refuse one without them.',
  fix: 'Add the claim at the server.',
  specs: [oidc('2')],
  subject: ['token-request', 'authorization-response'],
  *check(message) {
    const claims = idTokenJwt(message)?.claims;
    if (!claims) return;
    const missing = REQUIRED.filter((name) => !Object.hasOwn(claims, name));
    const [first] = missing;
    if (first !== undefined) {
      yield {
        at: claim(first),
        observed: `The ID token has no ${list(missing)}.`,
        expected: list(REQUIRED),
        ...(first === 'sub' ? subjectFix(message) : {}),
      };
    }
    const { sub } = claims;
    if (typeof sub !== 'string' || sub.length <= MAX_SUBJECT) return;
    yield {
      at: claim('sub'),
      observed: `sub has ${sub.length} characters.`,
      expected: `At most ${MAX_SUBJECT}`,
      severity: 'warning',
    };
  },
});

/** Names the setting that adds `sub`, when the console of the provider is known. */
function subjectFix(message: IdTokenBearer): { fix?: string } {
  const answered = message.kind === 'token-request' ? message.exchange : message.issuedBy;
  const provider = providerOf(answered);
  const setting = settingName(provider, 'subject-claim');
  return provider && setting
    ? { fix: `Add sub at the server; in ${provider.name} it comes from ${setting}.` }
    : {};
}
