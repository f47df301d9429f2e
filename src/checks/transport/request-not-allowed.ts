import { fetchStandard } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The browser does not send a request to this URL',
  owner: 'client',
  why: 'Browsers refuse some ports, schemes and redirects, because a page could misuse them.',
  fix: 'Correct the URL that is called.',
  specs: [fetchStandard('port blocking', 'port-blocking')],
  reasons: ['unsafe-url', 'unsafe-redirect'],
  what: 'was not sent',
});
