import type { MessageKind } from '../../src/oauth/message.ts';
import { type Scenario, scenario } from '../scenario.ts';

/** A native client. It may receive tokens by http on localhost. */
const native = (response: string, ...grants: readonly string[]) => ({
  application_type: 'native',
  response_types: [response],
  grant_types: grants,
});

const both: readonly MessageKind[] = ['authorization-request', 'authorization-response'];
const succeeded = {
  outcome: 'succeeded',
  cause: null,
  kinds: [...both, 'token-request'],
} as const;

/** Authorization responses other than a code in the query. */
export const responses: readonly Scenario[] = [
  scenario('jarm', {
    ...succeeded,
    title: 'Signed response',
    sentence: 'The authorization response is one signed JWT. The server chooses the mode (JARM).',
  }),
  scenario('jarm-query', {
    ...succeeded,
    capturedOnly: true,
    title: 'Signed response in the query',
    sentence: 'response_mode=query.jwt.',
  }),
  scenario('jarm-fragment', {
    ...succeeded,
    capturedOnly: true,
    title: 'Signed response in the fragment',
    sentence: 'response_mode=fragment.jwt.',
  }),
  scenario('jarm-form-post', {
    ...succeeded,
    lostInFirefox: both,
    title: 'Signed response by form post',
    sentence: 'response_mode=form_post.jwt.',
  }),
  scenario('jarm-other-audience', {
    outcome: 'failed',
    cause: 'jarm-response-invalid',
    kinds: both,
    steps: ['authorization-response'],
    title: 'Signed response for another client',
    sentence: 'The JWT of the authorization response names another client as its audience.',
  }),
  scenario('web-message', {
    ...succeeded,
    title: 'Response as a message',
    sentence: 'After the login, a frame hands another response to the page (web_message).',
  }),
  scenario('hybrid', {
    ...succeeded,
    registration: native('code id_token', 'authorization_code', 'implicit'),
    title: 'Hybrid flow',
    sentence: 'An ID token comes together with the code.',
  }),
  scenario('wrong-c-hash', {
    outcome: 'failed',
    cause: 'id-token-hash-mismatch',
    kinds: both,
    steps: ['authorization-response'],
    registration: native('code id_token', 'authorization_code', 'implicit'),
    title: 'ID token for another code',
    sentence: 'c_hash of the ID token belongs to another code.',
  }),
  scenario('implicit', {
    outcome: 'succeeded',
    cause: 'implicit-flow-used',
    kinds: both,
    steps: ['authorization-request'],
    registration: native('id_token token', 'implicit'),
    title: 'Implicit flow',
    sentence: 'The tokens come without a code, in the fragment.',
  }),
  scenario('implicit-id-token', {
    outcome: 'succeeded',
    cause: null,
    kinds: both,
    registration: native('id_token', 'implicit'),
    capturedOnly: true,
    title: 'ID token without a code',
    sentence: 'The fragment has an ID token and nothing else.',
  }),
  scenario('response-type-none', {
    outcome: 'succeeded',
    cause: null,
    kinds: both,
    registration: { response_types: ['none'], grant_types: [] },
    title: 'Response type none',
    sentence: 'The client only learns that the user agreed.',
  }),
  scenario('sign-up', {
    ...succeeded,
    capturedOnly: true,
    title: 'Sign up',
    sentence: 'prompt=create asks for a new account.',
  }),
];
