import { defineStatement } from '../define-statement.ts';

/** The token endpoint did not accept the credentials of the application. */
export default defineStatement({
  forms: [
    /\b(?:invalid|unauthorized)_client\b/i,
    /\b(?:invalid|bad|wrong|expired|incorrect)[ _]client[ _](?:secret|credentials?)\b/i,
    /\bclient[ _](?:secret|credentials?|authentication)\b.{0,30}\b(?:invalid|failed|wrong|incorrect|expired|not valid)\b/i,
  ],
  unseen: true,
  means: ({ server }) => ({
    title: 'The authorization server refuses the credentials of the application',
    says: `So ${server} did not accept the client_id and the client secret that the application sent it.`,
    fix: 'Compare the client_id and the client secret in the settings of the application with the registration of the client; if the secret has expired or was changed, put the new one into every environment.',
    owner: 'registration',
  }),
});
