import { defineDialect } from '../dialect.ts';

/**
 * Proxyman.
 *
 * @program Proxyman
 * @requestBodies whole, or in base64
 * @responseBodies whole
 * @headers whole
 * @failures –
 * @export select the requests, *Export*, *HAR*
 */
export default defineDialect({ name: 'Proxyman', creator: /^Proxyman/i });
