import type { Sanitizer } from '../sanitizer.ts';

const MARK = /\[[\w./+-]{1,100} redacted\]/;
const CUT_JWT = /\bey[\w=-]{4,}\.ey[\w=-]{4,}\.redacted\b/;

/** They write `[state redacted]`. One of them also cuts the signatures of tokens. */
export default {
  name: 'the HAR sanitizer of Cloudflare or Google',
  hides:
    'It wrote the name of a value in its place, for codes, states, verifiers, client ids and whatever else was ticked, and removed signatures. Whether such values match is unknown, and so is what was in headers and bodies that it replaced.',
  creator: null,
  leavesMark: (text) =>
    text.includes('redacted') && (MARK.test(text) || CUT_JWT.test(text.slice(0, 100_000))),
} satisfies Sanitizer;
