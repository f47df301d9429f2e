import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { MessageKind } from '../../oauth/message.ts';
import type { Grant } from '../../oauth/values/grants.ts';
import { defineCheck, member, oidc, rfc } from '../check.ts';
import { refreshTokenNeed } from '../shared/provider-words.ts';

export default defineCheck({
  title: 'A refresh token was asked for, and none came back',
  severity: 'info',
  owner: 'authorization server',
  basis: 'observed',
  why: 'Without a refresh token the client cannot renew the access token when it expires; the user has to sign in again.',
  fix: 'Enable refresh tokens (offline access) for this client at the server.',
  specs: [oidc('11'), rfc(6749, '5.1')],
  aliases: ['offline-access-without-consent'],
  subject: 'token-request',
  *check(message, flow) {
    const { grant, response, exchange } = message;
    if (grant === null || !MAY_HAVE_ONE.has(grant)) return;
    const asked = askedFor(message, flow);
    if (asked === null || response.outcome !== 'tokens' || exchange.delivered === false) return;
    const { json } = response;
    if (json === null || response.accessToken === null) return;
    if (response.refreshToken !== null) return;
    const consented = (flow.request?.effective('prompt') ?? '').split(/\s+/).includes('consent');
    const need = refreshTokenNeed(flow);
    yield {
      at: member('refresh_token'),
      observed: `The request had ${asked}; the token response has no refresh_token${lifetime(json.expires_in)}.`,
      expected: 'A member refresh_token',
      ...(need !== null
        ? { fix: need }
        : consented || grant !== 'authorization_code'
          ? {}
          : {
              fix: 'Enable refresh tokens (offline access) for this client at the server; if they are, send prompt=consent with the request, which some servers need for offline_access.',
            }),
    };
  },
});

const MAY_HAVE_ONE: ReadonlySet<Grant> = new Set<Grant>([
  'authorization_code',
  'password',
  'device_code',
  'ciba',
]);
/** OpenID Connect has offline_access; others have names of their own. */
const SCOPES = ['offline_access', 'offline', 'refresh_token'];
const PARAMETERS = [
  ['access_type', 'offline'],
  ['token_access_type', 'offline'],
  ['duration', 'permanent'],
] as const;

/** The request that began a login on another device. */
const firstOf = memoised(
  ({ messages }: Flow) => messages.find(({ kind }) => FIRST.has(kind)) ?? null,
);

/** How the client asked for a refresh token; null when it did not. */
function askedFor({ params, grant }: TokenRequest, flow: Flow): string | null {
  const isCode = grant === 'authorization_code';
  const get = isCode
    ? (name: string) => flow.request?.effective(name)
    : (name: string) => params.get(name) ?? firstOf(flow)?.params.get(name);
  const scopes = get('scope')?.split(/\s+/) ?? [];
  const scope = SCOPES.find((name) => scopes.includes(name));
  if (scope !== undefined) return `the scope ${scope}`;
  const parameter = PARAMETERS.find(([name, value]) => get(name) === value);
  return parameter ? parameter.join('=') : null;
}

const FIRST: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'device-authorization-request',
  'backchannel-authentication-request',
]);

function lifetime(expiresIn: unknown): string {
  const seconds = Number(expiresIn);
  return Number.isFinite(seconds) && seconds > 0
    ? `, and the access token ends after ${seconds} s`
    : '';
}
