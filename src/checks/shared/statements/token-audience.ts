import { quote } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** The application is not in the audience of the token. */
export default defineStatement({
  forms: [
    /\b(?:unexpected|invalid|wrong|mismatch(?:ing|ed)?|incorrect|expected)\b.{0,20}"?\b(?:aud|audience)\b/i,
    /\b(?:aud|audience)\b.{0,40}\b(?:mismatch|(?:did|does) not match|invalid|missing the client_id|validation failed|incorrect)\b/i,
    /\bIDX1021[4]\b/,
  ],
  unseen: true,
  means: ({ flow }) => ({
    title: 'The application is not the audience that the token is for',
    says: flow.client === null ? '' : `The login was for client ${quote(flow.client)}.`,
    fix: 'Let the application expect the client_id of the login as aud of the ID token (for an API: the identifier of the API), and use one client_id in all its settings.',
  }),
});
