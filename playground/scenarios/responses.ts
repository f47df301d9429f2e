import { type Scenario, scenario } from '../scenario.ts';

const succeeded = {
  outcome: 'succeeded',
  cause: null,
  kinds: ['authorization-request', 'authorization-response', 'token-request'],
} as const;

/** Authorization responses that come otherwise than as a code in the query. */
export const responses: readonly Scenario[] = [
  scenario('jarm', {
    ...succeeded,
    title: 'Signed response',
    sentence:
      'The authorization response is one signed JWT, the mode is left to the server (JARM).',
  }),
  scenario('jarm-query', {
    ...succeeded,
    capturedOnly: true,
    title: 'Signed response in the query',
    sentence: 'response_mode=query.jwt.',
  }),
  scenario('jarm-fragment', {
    ...succeeded,
    title: 'Signed response in the fragment',
    sentence: 'response_mode=fragment.jwt.',
  }),
  scenario('jarm-form-post', {
    ...succeeded,
    lostInFirefox: ['authorization-request', 'authorization-response'],
    title: 'Signed response by form post',
    sentence: 'response_mode=form_post.jwt.',
  }),
];
