import type { MessageKind } from '../../src/oauth/message.ts';
import { grantTypes } from '../provider/custom-grants.ts';
import { type Scenario, scenario } from '../scenario.ts';

const login: readonly MessageKind[] = [
  'authorization-request',
  'authorization-response',
  'token-request',
];
const mcp: readonly MessageKind[] = [
  ...login,
  'api-call',
  'metadata-request',
  'protected-resource-metadata-request',
];
const succeeded = { outcome: 'succeeded', cause: null, kinds: login } as const;
const registered = {
  grant_types: ['authorization_code', grantTypes.exchange, grantTypes.jwtBearer],
};

/** Logins that are part of a longer chain. */
export const chains: readonly Scenario[] = [
  scenario('step-up', {
    ...succeeded,
    title: 'Step-up',
    sentence: 'The API requires a stronger login, so the client logs in again (RFC 9470).',
  }),
  scenario('mcp-registration', {
    ...succeeded,
    kinds: [...mcp, 'registration-request'],
    title: 'MCP: from a refusal to a token',
    sentence:
      'A tool server refuses, names its metadata, and the client registers itself (RFC 9728).',
  }),
  scenario('mcp-client-document', {
    ...succeeded,
    kinds: mcp,
    title: 'MCP: client ID metadata document',
    sentence: 'The same with a client whose client_id is the address of its metadata.',
  }),
  scenario('cross-app', {
    ...succeeded,
    registration: registered,
    server: 'upstream',
    title: 'Cross-app access',
    sentence: 'A login at one server, an identity assertion, an access token of another server.',
  }),
  scenario('federated-login', {
    ...succeeded,
    session: 'fresh',
    title: 'Federated login',
    sentence: 'The authorization server sends users on to another one.',
  }),
  scenario('third-party-login', {
    ...succeeded,
    kinds: [...login, 'third-party-initiated-login'],
    title: 'Login from a portal',
    sentence: 'A portal sends the user to the client’s initiate_login_uri.',
  }),
  scenario('registration', {
    outcome: null,
    cause: null,
    kinds: ['registration-request'],
    capturedOnly: true,
    title: 'Dynamic registration',
    sentence: 'A client registers, reads, changes and deletes itself (RFC 7591, RFC 7592).',
  }),
  scenario('registration-refused', {
    outcome: 'failed',
    cause: 'registration-failed',
    kinds: ['registration-request'],
    capturedOnly: true,
    title: 'Registration refused',
    sentence: 'The redirect URI to be registered has a fragment.',
  }),
];
