import { clockSentence } from '../application-clock.ts';
import { defineStatement } from '../define-statement.ts';

/** The application takes a new token for expired. */
export default defineStatement({
  forms: [
    /(?<!refresh[ _])\b(?:jwt|id[_ ]?token|token|signature)\b.{0,20}\b(?:is |has |was )?expired\b/i,
    /\bIDX10223\b|\bexpired_token\b|\bToken Expiry\b|\bis past current timestamp\b|"exp" claim timestamp check failed|\bExpiredSignatureError\b|\bLifetime validation failed\b/i,
  ],
  unseen: true,
  means: (said) => ({
    title: 'The application takes the token for expired',
    says:
      clockSentence(said.flow) ??
      'A token of a login that has just ended is new, so one of the clocks is wrong or a stored token was used.',
    fix: 'Set the clock of the server of the application by NTP, allow 60 s of difference, and compare exp with its time; if the token was stored before, ask for a new one.',
  }),
});
