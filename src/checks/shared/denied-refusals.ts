import type { RefusalTable, RefusalText } from './told-grant.ts';

const ASSERTION: RefusalText = {
  title: 'The subject of the assertion may not have tokens here',
  why: 'The assertion is accepted. A rule of the server forbids its subject, or this client, what it asks for.',
  fix: 'Give the subject of the assertion (sub) an account and access at the server, or ask for less scope.',
};

/** What it means for each grant that the server knows everything and denies the tokens. */
export const DENIED: RefusalTable = {
  refresh_token: {
    title: 'The server denies the refresh',
    why: 'The refresh token is valid. A rule or policy that came after the login forbids this user or client new tokens.',
    fix: 'Send the user to the login, which shows what the policy wants of them; change the policy if it should not apply.',
  },
  password: {
    title: 'The server denies this user the tokens',
    why: 'User name and password are right. A rule, a missing consent or a second factor forbids it, which this grant has no page for.',
    fix: 'Log the user in with the authorization code grant, where the server can ask them; or change the rule for this client.',
  },
  client_credentials: {
    title: 'The client is not allowed to use this API',
    owner: 'registration',
    why: 'The client is known, and nobody has granted it the API or the scope that it asks for.',
    fix: 'Authorize the client for the API and its scopes at the server.',
  },
  jwt_bearer: ASSERTION,
  saml_bearer: ASSERTION,
  token_exchange: {
    title: 'The server denies this token exchange',
    why: 'The token is valid. A policy does not let this client exchange it, act for its user, or reach the audience that it names.',
    fix: 'Allow this client at the server to exchange tokens of that issuer or client for that audience.',
  },
  id_jag_exchange: {
    title: 'The identity provider denies access to the resource',
    owner: 'administrator',
    why: 'The login is valid. The policy of the identity provider does not give this user, or this application, access to the resource.',
    fix: 'Assign the user and the application to the resource in the access policy of the identity provider.',
  },
  id_jag: {
    title: 'The server of the resource denies the user access',
    why: 'The ID-JAG is valid. The user has no account or no right at the resource, or its policy forbids this client.',
    fix: 'Give the user of the ID-JAG (sub, email) an account and the right at the resource, or ask for less scope.',
  },
  uma: {
    title: 'The policies of the resource do not allow this',
    owner: 'authorization server',
    severity: 'info',
    why: 'The server evaluated its policies for this user and client, and none grants what was asked for. That is an answer and no fault.',
    fix: 'If it should be allowed, change the policies and permissions of the resource at the server.',
  },
};
