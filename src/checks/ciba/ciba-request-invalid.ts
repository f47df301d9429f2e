import { isRefused, saidIn } from '../../flow/facts/said.ts';
import { hasStatus } from '../../http/status.ts';
import { defineCheck, type Observation } from '../check.ts';
import { textOfCode } from '../shared/code-texts.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

const SECTION = {
  label: 'CIBA Core section 13',
  url: 'https://openid.net/specs/openid-client-initiated-backchannel-authentication-core-1_0.html#auth_error_response',
} as const;

export default defineCheck({
  title: 'The server refuses to ask the user on the other device',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The backchannel authentication endpoint accepted no request, so the user is asked nothing and there is nothing to poll for.',
  fix: 'Compare the request with what the server documents for its backchannel authentication endpoint.',
  specs: [SECTION],
  subject: 'backchannel-authentication-request',
  *check(message, flow) {
    const { exchange } = message;
    const { response } = exchange;
    if (!response || !isRefused(exchange)) return;
    const { code } = saidIn(exchange);
    const texts = hasStatus(response, 500, 599)
      ? BY_SERVER
      : (CODES[code ?? ''] ?? textOfCode(code));
    yield endpointRefusal('The backchannel authentication endpoint', message, flow, texts);
  },
});

const BY_SERVER: Partial<Observation> = {
  title: 'The server cannot ask the user on the other device',
  owner: 'authorization server',
  fix: 'Check the service through which the server reaches the user (its authentication channel, push messages), and the logs of the server at this moment.',
};

const AUTHENTICATION: Partial<Observation> = {
  title: 'The server does not accept the client for backchannel logins',
  owner: 'registration',
};

/** CIBA Core section 13. */
const CODES: Readonly<Record<string, Partial<Observation>>> = {
  server_error: BY_SERVER,
  unknown_user_id: {
    title: 'The server does not know the user of the hint',
    fix: 'Send the login_hint, login_hint_token or id_token_hint of a user of this server.',
  },
  expired_login_hint_token: {
    title: 'The login_hint_token has expired',
    fix: 'Get a new login_hint_token and send the request again.',
  },
  missing_user_code: {
    title: 'The user has a secret code, and the request has none',
    fix: 'Ask the user for their code and send it as user_code.',
  },
  invalid_user_code: {
    title: 'The user code is wrong',
    owner: 'user',
    fix: 'Ask the user for their code again.',
  },
  invalid_binding_message: {
    title: 'The server cannot show the binding_message',
    fix: 'Send a shorter binding_message of plain letters and digits.',
  },
  unauthorized_client: {
    ...AUTHENTICATION,
    fix: 'Allow the grant urn:openid:params:grant-type:ciba in the registration of the client.',
  },
  invalid_client: {
    ...AUTHENTICATION,
    fix: 'Compare client_id, secret and authentication method with the registration of the client.',
  },
  invalid_scope: {
    title: 'The server refuses the scope of the backchannel login',
    fix: 'Ask for openid and scopes that the client may have.',
  },
  access_denied: {
    title: 'The server refuses this backchannel login',
    owner: 'authorization server',
    fix: 'Look at the policies of the server for this user and client.',
  },
};
