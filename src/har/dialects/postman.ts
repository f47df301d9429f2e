import { defineDialect } from '../dialect.ts';

/**
 * HAR reporters for runs of Postman collections.
 *
 * @program Postman runs, by a HAR reporter
 * @requestBodies whole
 * @responseBodies whole
 * @headers those that Postman was told to send
 * @failures –
 * @export a reporter that writes HAR; Postman has no such export itself
 */
export default defineDialect({ name: 'Postman', creator: /^Postman/i });
