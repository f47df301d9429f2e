import { createAnalysis, type Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, inventedJwt } from '../redaction/recordings.ts';

const APP = 'https://app.example.com';
const AS = 'https://as.example.com';
const START = Date.UTC(2026, 0, 1, 12);

/** Every secret of the recordings below. */
export const SECRETS = {
  state: 'st4Te-81723-kQz',
  nonce: 'n0Nce-55102-pLw',
  code: 'c0De_SplxlOBeZQQYbYS6WxSbIA',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXq',
  refresh: 'r3Fresh-tGzv3JOkF0XG5Qx2TlKWIA',
  email: 'ana.lima@example.org',
} as const;

function front(client: string): readonly Exchange[] {
  const callback = `${APP}/cb?code=${SECRETS.code}&state=${SECRETS.state}`;
  const request = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: `${APP}/cb`,
    scope: 'openid email',
    state: SECRETS.state,
    nonce: SECRETS.nonce,
    code_challenge: SECRETS.challenge,
    code_challenge_method: 'S256',
    login_hint: SECRETS.email,
  });
  return [
    {
      ...exchange({
        url: `${AS}/authorize?${request}`,
        status: 302,
        at: START,
        answer: [`Location: ${callback}`],
      }),
      destination: 'document',
      mode: 'navigate',
    },
    {
      ...exchange({ url: callback, at: START + 1_500 }),
      destination: 'document',
      mode: 'navigate',
    },
  ];
}

function token(client: string, verifier: string, status: number, answer: object): Exchange {
  return exchange({
    method: 'POST',
    url: `${AS}/token`,
    at: START + 2_000,
    headers: [`Origin: ${APP}`, 'Content-Type: application/x-www-form-urlencoded'],
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code: SECRETS.code,
      redirect_uri: `${APP}/cb`,
      code_verifier: verifier,
    }).toString(),
    status,
    answer: [
      'Content-Type: application/json',
      'Cache-Control: no-store',
      `Access-Control-Allow-Origin: ${APP}`,
      `Date: ${new Date(START + 2_000).toUTCString()}`,
    ],
    text: JSON.stringify(answer),
  });
}

/** A login whose verifier does not match its challenge. */
export function failingLogin(client = 'spa'): readonly Exchange[] {
  const words = `The verifier ${SECRETS.verifier} of ${SECRETS.email} does not fit`;
  const answer = { error: 'invalid_grant', error_description: words };
  return [...front(client), token(client, SECRETS.verifier, 400, answer)];
}

/** A login that works. Its verifier is from RFC 7636 appendix B. */
export function cleanLogin(client = 'spa'): readonly Exchange[] {
  const seconds = START / 1_000;
  return [
    ...front(client),
    token(client, 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', 200, {
      access_token: 'acc3ss-2YotnFZFEjr1zCsicMWpAA',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: SECRETS.refresh,
      scope: 'openid email',
      id_token: inventedJwt({
        iss: AS,
        sub: 'user-81723',
        aud: client,
        nonce: SECRETS.nonce,
        email: SECRETS.email,
        iat: seconds,
        exp: seconds + 3600,
      }),
    }),
  ];
}

/** The snapshot of these exchanges. */
export function snapshotOf(...recordings: readonly (readonly Exchange[])[]): Snapshot {
  const analysis = createAnalysis();
  for (const one of recordings.flat()) analysis.add(one);
  return analysis.snapshot();
}
