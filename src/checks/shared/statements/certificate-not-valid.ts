import { libraryError } from '../../../http/network-error.ts';
import { defineStatement } from '../define-statement.ts';

/** The certificate, or the TLS of the server, is at fault. */
export default defineStatement({
  network: ({ word }) =>
    /out of date|another name|revoked|too weak|no common TLS|no TLS at/.test(word),
  unseen: true,
  means({ words, server }) {
    const { title, fix } = libraryError(words) ?? { title: '', fix: '' };
    return {
      title: 'The server of the application gets no TLS connection to the authorization server',
      says: `So what the server of the application met at ${server} is this: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
      fix: fix.replaceAll('{server}', server),
      owner: 'authorization server',
    };
  },
});
