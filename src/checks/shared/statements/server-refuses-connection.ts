import { defineStatement } from '../define-statement.ts';

/** Nothing listens at the address that the application has. */
export default defineStatement({
  network: ({ reason }) => reason === 'connection-refused',
  unseen: true,
  means: ({ server }) => ({
    title: 'The server of the application cannot reach the authorization server',
    says: `So nothing listens where the server of the application calls ${server}.`,
    fix: `Correct the address that the server of the application has for ${server}: in a container, localhost is the container itself. Then check from there that the port can be reached.`,
  }),
});
