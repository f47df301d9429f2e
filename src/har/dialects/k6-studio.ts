import { defineDialect } from '../dialect.ts';

const NAME = 'k6 Studio';

/**
 * The recording proxy of k6 Studio.
 *
 * @program k6 Studio
 * @requestBodies forms as decoded parameters, each name once
 * @responseBodies whole
 * @headers whole
 * @failures that no response arrived
 * @notes entries are in the order of their groups, not of their times
 * @export the recording is a HAR file in its workspace
 */
export default defineDialect({
  name: NAME,
  creator: /^k6-studio$/,
  title: (creator) => (creator?.version ? `${NAME} ${creator.version}` : NAME),
});
