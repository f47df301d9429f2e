import { fetchStandard } from '../check.ts';
import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'A policy of the answer keeps it from the page',
  owner: 'authorization server',
  why: 'The server answered, but the answer says by a header that pages like this one may not use it.',
  fix: 'Open the page of the server in the whole window instead of a frame, or let the server allow this use.',
  specs: [
    fetchStandard('Cross-Origin-Resource-Policy header', 'cross-origin-resource-policy-header'),
  ],
  reasons: ['blocked-by-response'],
  what: 'was answered, but the answer forbids its use by this page',
});
