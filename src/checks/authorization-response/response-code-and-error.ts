import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

export default defineCheck({
  title: 'The response carries both a code and an error',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A response is a success or an error, never both. A client that looks at code first goes on with a login that the server refused.',
  fix: 'Treat the response as an error, and have the server send one of the two.',
  specs: [rfc(6749, '4.1.2.1')],
  subject: 'authorization-response',
  *check({ params }) {
    const error = params.get('error');
    if (!params.get('code') || !error) return;
    yield {
      at: parameter('error'),
      observed: `The response has a code and error ${quote(error)}.`,
    };
  },
});
