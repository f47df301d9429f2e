import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { AS } from './clients.ts';
import { form, idToken, jwt, sent } from './sketch.ts';

const URN = 'urn:ietf:params:oauth:grant-type:';
const TYPE = 'urn:ietf:params:oauth:token-type:';

const GRANTS = {
  code: { grant_type: 'authorization_code', code: 'c-1-kZ8', redirect_uri: 'https://app.test/cb' },
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
    subject_token: idToken(0, { iss: AS, aud: 'client-of-the-app', nonce: 'n-1' }),
    subject_token_type: `${TYPE}id_token`,
  },
  'an ID-JAG': {
    grant_type: `${URN}jwt-bearer`,
    assertion: jwt(
      { iss: 'https://idp.example.com', sub: 'u', aud: AS, client_id: 'client-of-the-app' },
      { alg: 'ES256', typ: 'oauth-id-jag+jwt' },
    ),
  },
  UMA: { grant_type: `${URN}uma-ticket`, ticket: '016f84e8-f9b9-11e0' },
  'a grant of the server’s own': { grant_type: 'https://as.example.com/grants/card', card: '1' },
} as const;

type Name = keyof typeof GRANTS;
type Row = readonly [owner: Finding['owner'], title: RegExp, fix: RegExp];

const CLIENT = /client_id/;

/** What each code means for each grant: who has to act, what happened, and what to do. */
const MEANINGS: Readonly<Record<string, Readonly<Record<Name, Row>>>> = {
  invalid_grant: {
    code: ['client', /authorization code is refused/, /Start a new login/],
    refresh: ['client', /refresh token/, /login/],
    password: ['user', /credentials of the user/, /Enter user name and password again/],
    'client credentials': ['registration', /client credentials grant/, /enabled/],
    device: ['client', /device code is refused/, /new device code/],
    CIBA: ['client', /auth_req_id is refused/, /new authentication request/],
    'JWT bearer': ['client', /assertion is refused/, /iss, aud, sub, exp/],
    'SAML bearer': ['client', /SAML assertion/, /NotOnOrAfter/],
    'token exchange': ['client', /token to exchange/, /still valid/],
    'the request for an ID-JAG': ['client', /identity provider refuses/, /new ID token/],
    'an ID-JAG': ['client', /ID-JAG is refused/, /aud, client_id, iss and exp/],
    UMA: ['client', /permission ticket/, /new ticket/],
    'a grant of the server’s own': ['client', /grant is refused/, /documents/],
  },
  invalid_client: {
    code: ['client', /Client authentication failed/, /register it as a public client/],
    refresh: ['client', /Client authentication failed/, CLIENT],
    password: ['client', /Client authentication failed/, CLIENT],
    'client credentials': ['client', /Client authentication failed/, /current secret/],
    device: ['client', /Client authentication failed/, CLIENT],
    CIBA: ['client', /Client authentication failed/, CLIENT],
    'JWT bearer': ['client', /Client authentication failed/, CLIENT],
    'SAML bearer': ['client', /Client authentication failed/, CLIENT],
    'token exchange': ['client', /Client authentication failed/, CLIENT],
    'the request for an ID-JAG': [
      'client',
      /identity provider refuses the client/,
      /that the login/,
    ],
    'an ID-JAG': [
      'client',
      /server of the resource refuses the client/,
      /not those of the identity/,
    ],
    UMA: ['client', /Client authentication failed/, CLIENT],
    'a grant of the server’s own': ['client', /Client authentication failed/, CLIENT],
  },
  invalid_request: {
    code: ['client', /malformed/, /code, redirect_uri, client_id and code_verifier/],
    refresh: ['client', /malformed/, /refresh_token and client_id/],
    password: ['client', /malformed/, /username, password and client_id/],
    'client credentials': ['client', /malformed/, /client_secret and scope/],
    device: ['client', /malformed/, /device_code and client_id/],
    CIBA: ['client', /malformed/, /auth_req_id and client_id/],
    'JWT bearer': ['client', /malformed/, /grant_type and assertion/],
    'SAML bearer': ['client', /malformed/, /grant_type and assertion/],
    'token exchange': ['client', /refuses the token exchange/, /issuer that the server trusts/],
    'the request for an ID-JAG': ['client', /request for an ID-JAG/, /audience/],
    'an ID-JAG': ['client', /malformed/, /grant_type and assertion/],
    UMA: ['client', /malformed/, /grant_type and ticket/],
    'a grant of the server’s own': ['client', /malformed/, /each once/],
  },
  unauthorized_client: {
    code: ['registration', /may not use this grant/, /authorization code grant/],
    refresh: ['registration', /refresh tokens/, /log in once more/],
    password: ['registration', /by password/, /authorization code grant/],
    'client credentials': ['registration', /act for itself/, /confidential/],
    device: ['registration', /device grant/, /device_code/],
    CIBA: ['registration', /backchannel logins/, /poll or ping/],
    'JWT bearer': ['registration', /hand in assertions/, /issuer of the assertion/],
    'SAML bearer': ['registration', /hand in assertions/, /issuer of the assertion/],
    'token exchange': ['registration', /exchange tokens/, /Enable token exchange/],
    'the request for an ID-JAG': ['administrator', /ask for an ID-JAG/, /cross-app access/],
    'an ID-JAG': ['registration', /hand in an ID-JAG/, /trusted issuer/],
    UMA: ['registration', /permission tickets/, /uma-ticket/],
    'a grant of the server’s own': ['registration', /may not use this grant/, /Enable the grant/],
  },
  invalid_target: {
    code: ['client', /refuses the resource/, /in the authorization request and in the token/],
    refresh: ['client', /refresh token is not good/, /new login/],
    password: ['client', /refuses the resource/, /registered at the server/],
    'client credentials': ['client', /API that the client asks for/, /Authorize the client/],
    device: ['client', /refuses the resource/, /request that begins the login/],
    CIBA: ['client', /refuses the resource/, /request that begins the login/],
    'JWT bearer': ['client', /refuses the resource/, /registered at the server/],
    'SAML bearer': ['client', /refuses the resource/, /registered at the server/],
    'token exchange': ['client', /no token for this audience/, /allow this client to exchange/],
    'the request for an ID-JAG': ['administrator', /does not know the server/, /Connect the app/],
    'an ID-JAG': ['client', /does not know the API in the ID-JAG/, /Repeat the token exchange/],
    UMA: ['client', /audience of the permission request/, /issued the permission ticket/],
    'a grant of the server’s own': ['client', /refuses the resource/, /registered at the server/],
  },
  access_denied: {
    code: ['authorization server', /denies the request/, /rule/],
    refresh: ['authorization server', /denies the refresh/, /Send the user to the login/],
    password: ['authorization server', /denies this user/, /authorization code grant/],
    'client credentials': ['registration', /not allowed to use this API/, /Authorize the client/],
    device: ['client', /on the other device/, /new login/],
    CIBA: ['client', /on the other device/, /new login/],
    'JWT bearer': ['authorization server', /subject of the assertion/, /account and access/],
    'SAML bearer': ['authorization server', /subject of the assertion/, /account and access/],
    'token exchange': ['authorization server', /denies this token exchange/, /Allow this client/],
    'the request for an ID-JAG': ['administrator', /denies access to the resource/, /Assign/],
    'an ID-JAG': ['authorization server', /denies the user access/, /Give the user/],
    UMA: ['authorization server', /policies of the resource/, /policies and permissions/],
    'a grant of the server’s own': ['authorization server', /denies the request/, /rule/],
  },
  expired_token: {
    code: ['client', /authorization code has expired/, /Start a new login/],
    refresh: ['client', /refresh token has expired/, /to the login once/],
    password: ['user', /password of the user has expired/, /Set a new password/],
    'client credentials': ['registration', /credentials of the client/, /new secret or key/],
    device: ['client', /expired before it was approved/, /new code/],
    CIBA: ['client', /expired before it was approved/, /Start again/],
    'JWT bearer': ['client', /assertion has expired/, /new assertion/],
    'SAML bearer': ['client', /assertion has expired/, /new assertion/],
    'token exchange': ['client', /token to exchange has expired/, /Refresh the token/],
    'the request for an ID-JAG': ['client', /ID token has expired/, /new ID token/],
    'an ID-JAG': ['client', /ID-JAG has expired/, /Repeat the token exchange/],
    UMA: ['client', /permission ticket has expired/, /new ticket/],
    'a grant of the server’s own': ['client', /has expired/, /Get a new one/],
  },
};

const findingsOn = (grant: Name, error: string): readonly Finding[] => {
  const analysis = createAnalysis();
  analysis.add(
    sent(0, `${AS}/token`, {
      method: 'POST',
      body: form({ client_id: 'client-of-the-app', ...GRANTS[grant] }),
      status: 400,
      answerBody: { error },
    }),
  );
  return analysis
    .snapshot()
    .flows.flatMap(({ findings }) => findings)
    .filter(({ basis }) => basis === 'reported');
};

const rows = Object.entries(MEANINGS).flatMap(([error, byGrant]) =>
  (Object.keys(GRANTS) as Name[]).map((grant) => [error, grant, byGrant[grant]] as const),
);

describe('a refusal at the token endpoint', () => {
  it.each(rows)('%s for %s means what it means there', (error, grant, [owner, title, fix]) => {
    const findings = findingsOn(grant, error);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.owner).toBe(owner);
    expect(findings[0]?.title).toMatch(title);
    expect(findings[0]?.fix).toMatch(fix);
  });

  it.each(rows)('%s for %s says nothing of other grants', (error, grant) => {
    const said = findingsOn(grant, error)
      .map(({ title, why, fix }) => `${title} ${why} ${fix}`)
      .join('\n');
    if (grant === 'code') return;
    expect(said).not.toMatch(/code_verifier|redirect_uri|PKCE|authorization code (?!grant)/);
    if (grant !== 'refresh') expect(said).not.toMatch(/refresh token/);
    if (grant === 'device' || grant === 'CIBA') return;
    expect(said).not.toMatch(/[Ss]tart a new login|on the other device|approved/);
  });
});
