import { defineDialect } from '../dialect.ts';

const NAME = 'Safari Web Inspector';

/**
 * Web Inspector of Safari and of other WebKit browsers.
 *
 * @program Safari
 * @requestBodies whole
 * @responseBodies those that it still has
 * @headers each name once
 * @failures in words
 * @notes redirects are left out, and with them the authorization request
 * @export Web Inspector, Network, *Export*. Switch on *Preserve Log* before the login
 */
export default defineDialect({
  name: NAME,
  creator: /^WebKit/i,
  insideBrowser: true,
  sizeZeroIsEmpty: false,
  title: () => NAME,
  looksLike: ({ _fetchType }) => typeof _fetchType === 'string',
  fromCache: ({ _fetchType }) => _fetchType === 'Memory Cache' || _fetchType === 'Disk Cache',
});
