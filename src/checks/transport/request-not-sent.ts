import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The browser did not send the request',
  owner: 'user',
  why: 'The request ended inside the browser: a page that was no longer in the cache, a sign-in of the browser that it could not do, or resources that it ran out of.',
  fix: 'Start the login again in a new window.',
  // There is no specification for failures like this.
  specs: [],
  reasons: ['cache-miss', 'browser-login', 'browser-failed'],
  what: 'was not sent',
});
