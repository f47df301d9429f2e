import { failedRequestCheck } from '../shared/failed-request.ts';

export default failedRequestCheck({
  title: 'The answer cannot be read',
  owner: 'authorization server',
  why: 'Something answered, but the browser could make no HTTP response of it, so the client got nothing.',
  fix: 'Call the URL with a command-line tool and look at what answers there.',
  explains: ['cors-acao-missing', 'cors-on-discovery-missing'],
  // There is no specification for failures like this.
  specs: [],
  reasons: ['bad-answer'],
  what: 'got an answer that cannot be read',
});
