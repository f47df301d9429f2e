/**
 * What is photographed: a story of the demo, and what is pressed then. `press` names a control by a
 * selector or by the beginning of its text, and the last one has to be there.
 * @typedef {{ name: string, story: string | null, press: readonly string[], height?: number }} Scene
 */

const FAILURE = 'PKCE: the verifier of another attempt';

/** @type {readonly Scene[]} */
export const SCENES = [
  { name: 'failure', story: FAILURE, press: [] },
  { name: 'clean-login', story: 'A clean login', press: [] },
  {
    name: 'token',
    story: 'A clean login',
    press: ['[role="tab"]:Tokens', '[data-testid="token-row"] button'],
  },
  { name: 'cookies', story: 'A lost cookie', press: ['[role="tab"]:Cookies'] },
  { name: 'compare', story: FAILURE, press: ['button:Compare with the last'] },
  { name: 'share', story: FAILURE, press: ['[data-testid="share"]'], height: 580 },
  { name: 'empty', story: null, press: [] },
];
