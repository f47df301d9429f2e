import { defineDialect } from '../dialect.ts';

/**
 * mitmproxy, mitmdump and mitmweb.
 *
 * @program mitmproxy
 * @requestBodies whole
 * @responseBodies whole
 * @headers whole
 * @failures in words
 * @notes sees the back channel
 * @export `mitmdump --set hardump=login.har`, ended with Ctrl+C
 */
export default defineDialect({ name: 'mitmproxy', creator: /^mitmproxy/i });
