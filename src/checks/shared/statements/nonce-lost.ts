import { defineStatement } from '../define-statement.ts';

/** The application compared the nonce of the ID token with the one that it stored. */
export default defineStatement({
  forms: [
    /\b(?:invalid|mismatch(?:ing|ed)?|missing|wrong|unexpected)[ _"]{1,3}(?:(?:ID Token|claim:?)[ "]{1,3})?nonce\b/i,
    /\bnonce\b.{0,60}\b(?:mismatch|match|missing|invalid|not found|expected|was null|null|unexpected)\b/i,
    /\bIDX2132[1-9]\b|\bnonce_mismatch\b|\binvalid_nonce\b/,
  ],
  unseen: true,
  means({ flow }) {
    const none = flow.request !== null && flow.request.effective('nonce') === undefined;
    return {
      title: 'The application does not accept the nonce of the ID token',
      says: none ? 'The authorization request has no nonce.' : '',
      fix: none
        ? 'Send a nonce with the authorization request, and keep it with the state until the ID token is checked.'
        : 'Keep the nonce of each login (cookie or session) until its ID token is checked: one host name, one login at a time, and cookies that survive the redirect.',
    };
  },
});
