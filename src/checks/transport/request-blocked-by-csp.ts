import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The Content-Security-Policy of the page blocked the request',
  owner: 'client',
  why: 'A page may limit where its scripts, forms and frames send requests. The browser stops all others before they are sent.',
  fix: 'Add the host to connect-src of the Content-Security-Policy of the page.',
  specs: [
    {
      label: 'Content Security Policy section 4.1.2',
      url: 'https://www.w3.org/TR/CSP3/#should-block-request',
    },
  ],
  reasons: ['blocked-by-csp'],
  what: 'was blocked by the Content-Security-Policy of the page',
});
