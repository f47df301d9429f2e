import { rfc } from '../../checks/specs.ts';
import { tokenCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The token endpoint answers 500',
  order: 50,
  does: 'The next token request is not sent. The page gets the status 500 with a JSON error.',
  needs: 'Let the application refresh or log in.',
  atServer: 'Nothing: the request does not reach it.',
  good: 'It tries again later, with a pause, and keeps the session meanwhile.',
  specs: [rfc(9110, '15.6.1')],
  accepts: ['recovered', 'repeated-once', 'login'],
  offer: (flow) => {
    const found = tokenCalls(flow);
    if ('grey' in found) return found;
    return {
      ...found,
      deed: {
        kind: 'answer',
        status: 500,
        statusText: 'Internal Server Error',
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
        body: '{"error":"server_error","error_description":"Rehearsed by you"}',
      },
    };
  },
});
