import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** The name behind the words of resolvers. */
const NAME =
  /(?:ENOTFOUND|EAI_AGAIN|lookup|resolve host|UnknownHostException|could not be resolved)[:\s]+["'(]?([a-z\d][\w.-]*)/i;

/** The host name has no address where the application runs. */
export default defineStatement({
  network: ({ reason }) => reason === 'dns',
  unseen: true,
  means({ words, server, speaker }) {
    const called = NAME.exec(words)?.[1] ?? null;
    const host = server.replace(/:\d+$/, '');
    const name = called === null || called === host ? server : `${called}, its name for ${server}`;
    return {
      title: `${capitalised(speaker)} cannot find the authorization server`,
      says: `So ${speaker} finds no address (DNS) for ${name}.`,
      fix: `Correct the host name in the settings of ${speaker}, and make sure that the machine or container that it runs on can resolve it (DNS): nslookup there shows it.`,
    };
  },
});
