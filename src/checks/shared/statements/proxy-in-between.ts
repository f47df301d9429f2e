import { defineStatement } from '../define-statement.ts';
import { proxySetting } from '../runtimes.ts';

/** The proxy of the application's network does not let it through. */
export default defineStatement({
  network: ({ reason }) => reason === 'proxy',
  unseen: true,
  means: ({ words, server, speaker }) => ({
    title: `A proxy keeps ${speaker} from the authorization server`,
    says: `So the proxy of ${speaker} does not let it connect to ${server}.`,
    fix: `${/\b407\b|authentication/i.test(words) ? `Give ${speaker} the credentials of that proxy` : `Let that proxy allow ${server}`} (${proxySetting(words)}), or add the host to NO_PROXY.`,
    owner: 'network',
  }),
});
