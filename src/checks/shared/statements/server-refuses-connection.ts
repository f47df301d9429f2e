import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** Nothing listens at the address that the application has. */
export default defineStatement({
  network: ({ reason }) => reason === 'connection-refused',
  unseen: true,
  means: ({ server, speaker }) => ({
    title: `${capitalised(speaker)} cannot reach the authorization server`,
    says: `So nothing listens where ${speaker} calls ${server}.`,
    fix: `Correct the address that ${speaker} has for ${server}: in a container, localhost is the container itself. Then check from there that the port can be reached.`,
  }),
});
