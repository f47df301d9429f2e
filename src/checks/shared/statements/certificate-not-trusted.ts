import { capitalised } from '../../../words/quote.ts';
import { defineStatement } from '../define-statement.ts';
import { trustSetting } from '../runtimes.ts';

/** Certificates that the certificate itself makes unusable, whoever looks at it. */
const OF_SERVER = /out of date|another name|revoked|too weak|no common TLS|no TLS at/;

/** The runtime of the application does not know the authority that a browser knows. */
export default defineStatement({
  network: ({ reason, word }) => reason === 'tls' && !OF_SERVER.test(word),
  unseen: true,
  means: ({ words, server, speaker }) => ({
    title: `${capitalised(speaker)} does not trust the authorization server`,
    says: `So ${speaker} did not accept the certificate of ${server}.`,
    fix: `Make ${speaker} trust the certificate authority (CA) of ${server}: ${trustSetting(words)}; or install the whole certificate chain at ${server}. Do not switch the verification off.`,
  }),
});
