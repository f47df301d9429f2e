import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'An extension or a protection of the browser blocked the request',
  owner: 'browser',
  why: 'An ad blocker, a tracking protection or a policy took the address for something unwanted. The server never saw the request.',
  fix: 'Allow this host in the extension, or try in a fresh browser profile.',
  // There is no specification for failures like this.
  specs: [],
  reasons: ['blocked-by-client'],
  what: 'was blocked in the browser',
});
