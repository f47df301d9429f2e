import { libraryError } from '../../../http/network-error.ts';
import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';

/** The certificate, or the TLS of the server, is at fault. */
export default defineStatement({
  network: ({ word }) =>
    /out of date|another name|revoked|too weak|no common TLS|no TLS at/.test(word),
  unseen: true,
  means({ words, server, speaker }) {
    const { title, fix } = libraryError(words) ?? { title: '', fix: '' };
    return {
      title: `${capitalised(speaker)} gets no TLS connection to the authorization server`,
      says: `So what ${speaker} met at ${server} is this: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
      fix: fix.replaceAll('{server}', server),
      owner: 'authorization server',
    };
  },
});
