import { fetchStandard } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The browser gave up after too many redirects',
  owner: 'authorization server',
  why: 'Two pages send the browser to each other. Most often one of them sets a cookie that does not come back, so that it never knows the user.',
  fix: 'Find the URLs that redirect to each other, and see which cookie is set by one of them and missing when the next is asked.',
  specs: [fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch')],
  explains: [],
  reasons: ['too-many-redirects'],
  what: 'was redirected again and again until the browser gave up',
});
