import { defineStatement } from '../define-statement.ts';

/** A call failed, and the words do not say how. */
export default defineStatement({
  forms: [
    /\bfetch failed\b/i,
    /\bFailed to (?:obtain|get|fetch|retrieve) (?:an? |the )?access[ _]?token\b/i,
    /\b(?:failed|unable|could not|error).{0,20}\b(?:exchang|redeem)\w* (?:the )?(?:authorization )?code\b/i,
    /\bOAuth token endpoint failure\b|\bNewTransportWithCode\b|\bTokenError\b/i,
    /\berror occurred while attempting to retrieve the OAuth 2\.0 Access Token/i,
  ],
  general: true,
  unseen: true,
  means: ({ words, server }) => ({
    title: 'The token request of the application failed, out of sight of the browser',
    says: `So the server of the application had no success with its request to ${server}.`,
    fix: /fetch failed/i.test(words)
      ? 'Log error.cause of that fetch in the application: it says whether the name (DNS), the connection (firewall, proxy) or the certificate is at fault.'
      : `Look in the log of the application for what came back: no answer is a matter of DNS, firewall, proxy or certificate; an answer has the error of ${server}.`,
  }),
});
