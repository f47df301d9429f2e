import { defineDialect } from '../dialect.ts';

/**
 * Extensions of Burp Suite that write HAR.
 *
 * @program Burp Suite, by an extension
 * @requestBodies whole
 * @responseBodies whole
 * @headers whole
 * @failures –
 * @export an extension that writes HAR; Burp has no such export itself
 */
export default defineDialect({ name: 'Burp Suite', creator: /^Burp/i });
