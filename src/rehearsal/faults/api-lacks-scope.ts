import { rfc } from '../../checks/specs.ts';
import { apiCalls } from '../app-calls.ts';
import { defineFault } from '../fault.ts';

export default defineFault({
  title: 'The API wants another scope',
  order: 110,
  does: 'The next call of the API is not sent. The page gets the status 403 with insufficient_scope.',
  needs: 'Do what calls the API.',
  atServer: 'Nothing: the call does not reach it.',
  good: 'It asks for the scope in a new login, once, or says what the user may not do. A refresh does not help.',
  specs: [rfc(6750, '3.1')],
  accepts: ['login', 'silent-login', 'nothing'],
  offer: (flow) => {
    const found = apiCalls(flow);
    if ('grey' in found) return found;
    return {
      ...found,
      deed: {
        kind: 'answer',
        status: 403,
        statusText: 'Forbidden',
        headers: {
          'content-type': 'application/json',
          'www-authenticate':
            'Bearer error="insufficient_scope", error_description="Rehearsed by you", scope="rehearsed"',
        },
        body: '{"error":"insufficient_scope","error_description":"Rehearsed by you"}',
      },
    };
  },
});
