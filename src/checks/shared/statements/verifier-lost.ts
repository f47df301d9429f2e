import { defineStatement } from '../define-statement.ts';

/** The application no longer has the code_verifier of its login. */
export default defineStatement({
  forms: [
    /\b(?:pkce|code[_ ]?verifier)\b.{0,40}\b(?:cookie|missing|not found|could not be parsed|null|undefined)\b/i,
    /\b(?:missing|no|invalid)[ _](?:pkce|code[_ ]?verifier)\b/i,
  ],
  means: () => ({
    title: 'The application has lost the code_verifier of its login',
    says: 'Without it the code cannot be redeemed.',
    fix: 'Keep code_verifier (cookie or session) with the state until the callback: one host name from start to callback, cookies that survive the redirect, and the same keys at every instance.',
  }),
});
