import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The network was gone',
  owner: 'user',
  why: 'The machine had no network, or its network changed while the request was on its way. The server may have carried the request out.',
  fix: 'Connect to the network, and start the login again.',
  // There is no specification for failures of the network.
  specs: [],
  reasons: ['offline'],
  what: 'was lost: there was no network',
});
