import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { AS } from './clients.ts';
import { form, jwt, sent } from './sketch.ts';

const URN = 'urn:ietf:params:oauth:grant-type:';
const TYPE = 'urn:ietf:params:oauth:token-type:';

const GRANTS = {
  refresh: { grant_type: 'refresh_token', refresh_token: 'r-1-kZ8' },
  password: { grant_type: 'password', username: 'kim', password: 'not-it-2931' },
  'client credentials': { grant_type: 'client_credentials', client_secret: 'wX1pQ9-of-the-job' },
  device: { grant_type: `${URN}device_code`, device_code: 'GmRhmhcxhwAzkoEqiMEg' },
  CIBA: { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id: '1c266114-a1be' },
  'JWT bearer': { grant_type: `${URN}jwt-bearer`, assertion: jwt({ iss: 'job', aud: AS }) },
  'SAML bearer': { grant_type: `${URN}saml2-bearer`, assertion: 'PHNhbWxwOl4uLi4gPC9zYW1sPg' },
  'token exchange': {
    grant_type: `${URN}token-exchange`,
    subject_token: 'opaque-of-the-user-71',
    subject_token_type: `${TYPE}access_token`,
  },
  'the request for an ID-JAG': {
    grant_type: `${URN}token-exchange`,
    requested_token_type: `${TYPE}id-jag`,
    audience: 'https://as.other.example.com',
    subject_token: jwt({ iss: AS }),
    subject_token_type: `${TYPE}id_token`,
  },
  'an ID-JAG': {
    grant_type: `${URN}jwt-bearer`,
    assertion: jwt({ iss: AS }, { alg: 'ES256', typ: 'oauth-id-jag+jwt' }),
  },
  UMA: { grant_type: `${URN}uma-ticket`, ticket: '016f84e8-f9b9-11e0' },
  'a grant of the server’s own': { grant_type: 'https://as.example.com/grants/card', card: '1' },
};

const ERRORS = [
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'expired_token',
];

const findingsOn = (request: Record<string, string>, error: string): readonly Finding[] => {
  const analysis = createAnalysis();
  analysis.add(
    sent(0, `${AS}/token`, {
      method: 'POST',
      body: form({ client_id: 'client-of-the-app', ...request }),
      status: 400,
      answerBody: { error },
    }),
  );
  return analysis.snapshot().flows.flatMap(({ findings }) => findings);
};

const rows = Object.entries(GRANTS).flatMap(([grant, request]) =>
  ERRORS.map((error) => [error, grant, request] as const),
);

describe('a refusal at the token endpoint', () => {
  it.each(rows)('%s for %s says nothing of other grants', (error, grant, request) => {
    const findings = findingsOn(request, error).filter(({ basis }) => basis === 'reported');
    expect(findings).toHaveLength(1);
    const said = findings.map(({ title, why, fix }) => `${title} ${why} ${fix}`).join('\n');
    expect(said).not.toMatch(/code_verifier|redirect_uri|PKCE|authorization code/);
    if (grant !== 'refresh') expect(said).not.toMatch(/refresh token/);
    if (grant === 'device' || grant === 'CIBA') return;
    expect(said).not.toMatch(/[Ss]tart a new login|on the other device|approved/);
  });
});
