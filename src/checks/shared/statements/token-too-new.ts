import { clockSentence } from '../application-clock.ts';
import { defineStatement } from '../define-statement.ts';

/** The application takes a new token for one from the future. */
export default defineStatement({
  forms: [
    /\b(?:jwt|id_token|token)\b.{0,20}\b(?:not (?:yet )?(?:active|valid)(?: yet)?|used before issued|issued (?:too far )?in the future)\b/i,
    /\bIDX10222\b|"(?:iat|nbf)" claim timestamp check failed|\bImmatureSignatureError\b|\b(?:iat|nbf)\b.{0,40}\bfuture\b/i,
  ],
  unseen: true,
  means: (said) => ({
    title: 'The clock of the application is behind that of the authorization server',
    says: clockSentence(said.flow) ?? 'So iat or nbf of the token is later than its time.',
    fix: 'Set the clock of the server of the application by NTP, and allow 60 s of difference when it checks iat and nbf.',
  }),
});
