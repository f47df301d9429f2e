import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { authorizationErrorCodes } from '../../src/oauth/registry/authorization-errors.ts';
import { isProtocolStep, tokenErrorCodes } from '../../src/oauth/registry/token-errors.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { AS, spa } from '../traffic/clients.ts';
import { form, frontChannel, sent } from '../traffic/sketch.ts';

/** What is reported of the words of a server in some exchanges. */
function reported(exchanges: readonly Exchange[]): readonly Finding[] {
  const { flows } = snapshotOf(exchanges);
  return flows.flatMap(({ findings }) => findings).filter(({ basis }) => basis === 'reported');
}

describe('the authorization endpoint', () => {
  const refusedWith = (error: string) =>
    reported(frontChannel({ ...spa, response: { code: undefined, error } }));

  it('has the codes of the base specifications', () => {
    expect(authorizationErrorCodes).toEqual(
      expect.arrayContaining(['invalid_request', 'login_required', 'invalid_target']),
    );
  });

  it.each(authorizationErrorCodes)('explains %s', (code) => {
    const found = refusedWith(code);
    expect(found).toHaveLength(1);
    const [{ check, effect, observed, title }] = found as [Finding];
    expect(check).not.toBe('authz-error-unknown-code');
    expect(effect).toBe('request-fails');
    expect(observed).toContain(code);
    expect(title).not.toMatch(/of its own|with a code of an extension/);
  });

  it('calls a code that nobody registered one of the server’s own', () => {
    expect(refusedWith('tuesday_is_closed').map(({ check }) => check)).toEqual([
      'authz-error-unknown-code',
    ]);
  });
});

/** A refusal of a request that a program sent, as each endpoint writes it. */
const refusal = (
  url: string,
  values: Parameters<typeof form>[0],
  error: string,
  more: Parameters<typeof sent>[2] = {},
): Exchange =>
  sent(0, url, {
    body: form(values),
    headers: { authorization: `Basic ${btoa('client-of-the-app:wX1pQ9-of-the-job')}` },
    status: error === 'invalid_client' ? 401 : 400,
    answerBody: { error },
    ...more,
  });

/** Findings of any basis that say why the request failed. */
const failures = (exchange: Exchange): readonly Finding[] => {
  const { flows, outside } = snapshotOf([exchange]);
  return [
    ...flows.flatMap(({ findings }) => findings),
    ...outside.map(({ finding }) => finding),
  ].filter(({ basis, effect }) => basis === 'reported' && effect === 'request-fails');
};

/** Codes with which polling goes on. */
const WAITING = new Set(['authorization_pending', 'slow_down', 'request_submitted']);

describe('the token endpoint', () => {
  const asks = (error: string) =>
    refusal(`${AS}/token`, { grant_type: 'authorization_code', code: 'c-1-kZ8' }, error);

  it('has the codes of the specifications and drafts', () => {
    const CIBA = ['unknown_user_id', 'transaction_failed', 'invalid_binding_message'];
    const UMA = ['need_info', 'request_denied', 'request_submitted'];
    const ATTESTATION = [
      'use_attestation_challenge',
      'use_fresh_attestation',
      'invalid_client_attestation',
    ];
    const FIRST_PARTY = ['insufficient_authorization', 'invalid_session', 'redirect_to_web'];
    expect(tokenErrorCodes).toEqual(
      expect.arrayContaining([...CIBA, ...UMA, ...ATTESTATION, ...FIRST_PARTY]),
    );
  });

  it.each(tokenErrorCodes.filter((code) => !WAITING.has(code)))('explains %s', (code) => {
    const found = failures(asks(code));
    expect(found).toHaveLength(1);
    const [{ check, observed, title, severity }] = found as [Finding];
    expect(check).not.toBe('token-error-unknown-code');
    expect(observed).toContain(code);
    expect(title).not.toMatch(/of its own|with a code of an extension/);
    expect(severity).toBe(isProtocolStep(code) ? 'warning' : 'error');
  });

  it.each([...WAITING])('takes %s for a step and for no failure', (code) => {
    const poll = {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'GmRhmhcxhwAzkoEqiMEg',
    };
    expect(failures(refusal(`${AS}/token`, poll, code))).toEqual([]);
  });

  it('calls a code that nobody registered one of the server’s own', () => {
    expect(failures(asks('tuesday_is_closed')).map(({ check }) => check)).toEqual([
      'token-error-unknown-code',
    ]);
  });
});

/** RFC 6749 section 5.2, which other endpoints refer to. */
const BASE = ['invalid_request', 'invalid_client', 'unauthorized_client', 'invalid_scope'];
const ATTESTED = ['invalid_client_attestation', 'use_attestation_challenge'];

interface Endpoint {
  readonly check: string;
  readonly codes: readonly string[];
  refused(error: string): Exchange;
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'device authorization': {
    check: 'device-request-refused',
    codes: [...BASE, 'unsupported_grant_type', 'invalid_target', ...ATTESTED],
    refused: (error) =>
      refusal(`${AS}/device_authorization`, { client_id: 'tv', scope: 'openid' }, error),
  },
  'backchannel authentication': {
    check: 'ciba-request-invalid',
    // CIBA Core section 13
    codes: [
      ...BASE,
      'expired_login_hint_token',
      'unknown_user_id',
      'missing_user_code',
      'invalid_user_code',
      'invalid_binding_message',
      'access_denied',
      ...ATTESTED,
    ],
    refused: (error) =>
      refusal(
        `${AS}/bc-authorize`,
        { scope: 'openid', login_hint: 'kim', binding_message: 'W4' },
        error,
      ),
  },
  revocation: {
    check: 'revocation-failed',
    codes: ['invalid_request', 'invalid_client', 'unsupported_token_type', ...ATTESTED],
    refused: (error) => refusal(`${AS}/revoke`, { token: 'mF_9.B5f-4.1JqM' }, error),
  },
  introspection: {
    check: 'introspection-failed',
    codes: ['invalid_request', 'invalid_client', 'unauthorized_client', ...ATTESTED],
    refused: (error) => refusal(`${AS}/introspect`, { token: 'mF_9.B5f-4.1JqM' }, error),
  },
  'pushed authorization request': {
    check: 'par-request-failed',
    codes: [
      ...BASE,
      'invalid_target',
      'invalid_authorization_details',
      'invalid_request_object',
      'invalid_dpop_proof',
      'unsupported_response_type',
      'unmet_authentication_requirements',
      'access_denied',
      ...ATTESTED.filter((code) => !isProtocolStep(code)),
    ],
    refused: (error) =>
      refusal(
        `${AS}/par`,
        { client_id: 'spa', response_type: 'code', redirect_uri: 'https://app.example.org/cb' },
        error,
      ),
  },
  registration: {
    check: 'registration-failed',
    // RFC 7591 section 3.2.2
    codes: [
      'invalid_redirect_uri',
      'invalid_client_metadata',
      'invalid_software_statement',
      'unapproved_software_statement',
    ],
    refused: (error) =>
      sent(0, `${AS}/register`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_name: 'app', redirect_uris: ['https://app.example.org/cb'] }),
        status: 400,
        answerBody: { error },
      }),
  },
};

describe.each(Object.entries(ENDPOINTS))('the %s endpoint', (_, { check, codes, refused }) => {
  it.each(codes)('explains %s', (code) => {
    const found = failures(refused(code));
    expect(found.map((one) => one.check)).toEqual([check]);
    const [{ observed, title, fix }] = found as [Finding];
    expect(observed).toContain(code);
    // No two codes say the same, and none says only what is said without a code.
    const bare = failures(refused('tuesday_is_closed'))[0];
    expect(`${title} ${fix}`).not.toBe(`${bare?.title} ${bare?.fix}`);
  });
});

describe('an API', () => {
  // RFC 6750 section 3.1, RFC 9449 section 7.1, RFC 9470 section 3
  const STATUS = {
    invalid_request: 400,
    invalid_token: 401,
    insufficient_scope: 403,
    invalid_dpop_proof: 401,
    use_dpop_nonce: 401,
    insufficient_user_authentication: 401,
    invalid_client_attestation: 401,
  };

  it.each(Object.entries(STATUS))('that answers %s has a finding that says so', (code, status) => {
    const scheme = code.includes('dpop') ? 'DPoP' : 'Bearer';
    const { flows } = snapshotOf([
      sent(0, 'https://api.example.com/items', {
        headers: {
          authorization: `${scheme} mF_9.B5f-4.1JqM`,
          ...(scheme === 'DPoP' ? { dpop: 'x' } : {}),
        },
        status,
        answer: {
          'www-authenticate': `${scheme} error="${code}"`,
          ...(code === 'use_dpop_nonce' ? { 'dpop-nonce': 'n-1' } : {}),
        },
        answerBody: '',
      }),
    ]);
    const said = flows.flatMap(({ findings }) => findings).map(({ observed }) => observed);
    expect(said.join('\n')).toContain(code);
  });
});
