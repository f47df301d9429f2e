import { defineCheck } from '../check.ts';
import { reportPage } from '../shared/error-page-words.ts';

export default defineCheck({
  title: 'The authorization server lost its own login session',
  severity: 'error',
  owner: 'authorization server',
  basis: 'reported',
  effect: 'request-fails',
  why: 'A cookie that the server set at the start of the login did not come back: another host name, http instead of https, blocked cookies, or a bookmarked login page.',
  fix: 'Start the login again from the application, under one host name and over https, with cookies allowed for the server.',
  specs: [
    {
      label: 'RFC 6265bis section 5.8',
      url: 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis',
    },
  ],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    yield* reportPage(message, flow, ['session-cookie'], () => ({}));
  },
});
