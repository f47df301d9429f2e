import { defineDialect } from '../dialect.ts';
import { urlWithQuery } from '../entry-url.ts';

const NAME = 'Insomnia';

/**
 * The API client Insomnia.
 *
 * @program Insomnia
 * @requestBodies forms as parameters
 * @responseBodies whole
 * @headers without those that it adds itself
 * @failures that no response arrived
 * @notes its times are those of the export: the `Date` of each response is used instead
 * @export *Export*, format *HAR*
 */
export default defineDialect({
  name: NAME,
  creator: /^Insomnia(?: REST Client)?$/,
  startsAtExport: true,
  title(creator) {
    // It writes `insomnia.desktop.app:v9.3.2`.
    const version = creator?.version.replace(/^[a-z.]+:v/, '');
    return version ? `${NAME} ${version}` : NAME;
  },
  requestUrl: urlWithQuery,
});
