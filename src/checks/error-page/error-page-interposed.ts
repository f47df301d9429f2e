import { defineCheck, rfc } from '../check.ts';
import { pageSentence, reportPage } from '../shared/error-page-words.ts';

export default defineCheck({
  title: 'A filter or firewall answers in place of the server',
  severity: 'error',
  owner: 'network',
  basis: 'reported',
  effect: 'request-fails',
  why: 'The page is not of the authorization server: something between the browser and the server refused the request. Nothing in the request has to be wrong.',
  fix: 'Allow the authorization server in the filter or firewall that made the page; its operators find the request by the reference on the page.',
  specs: [rfc(9110, '15.5.4')],
  explains: ['error-page-shown'],
  subject: ['authorization-request', 'interaction'],
  *check(message, flow) {
    yield* reportPage(message, flow, ['interposed'], (page) => ({ observed: pageSentence(page) }));
  },
});
