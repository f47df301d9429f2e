import { rfc } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The token endpoint answers with a web page',
  order: 60,
  does: 'The next token request is not sent. The page gets the status 502 with HTML, as from a proxy.',
  needs: 'Let the application refresh or log in.',
  atServer: 'Nothing: the request does not reach it.',
  good: 'It does not try to read the page as JSON, says that the server cannot be reached, and tries again later.',
  specs: [rfc(9110, '15.6.3')],
  accepts: ['recovered', 'repeated-once', 'login'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    if ('grey' in found) return found;
    return {
      ...found,
      deed: {
        kind: 'answer',
        status: 502,
        statusText: 'Bad Gateway',
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1><p>Rehearsed by you',
      },
    };
  },
});
