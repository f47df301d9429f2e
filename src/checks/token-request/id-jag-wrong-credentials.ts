import { refusedIdJag } from '../../flow/facts/id-jag.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'Credentials of another server are used at the server of the resource',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The application has two registrations: one at the identity provider, and one at the authorization server of the resource, which gets the ID-JAG.',
  fix: 'Send client_id and secret of the registration at the authorization server of the resource.',
  specs: [ID_JAG],
  explains: ['token-error-invalid-client', 'token-error-unauthorized-client'],
  subject: 'token-request',
  *check(message) {
    if (message.response.error !== 'invalid_client') return;
    const meant = stringMember(refusedIdJag(message)?.claims ?? null, 'client_id');
    const sent = clientOf(message);
    if (!meant || !sent || meant === sent) return;
    yield {
      at: parameter('client_id'),
      observed: `The ID-JAG is for the client ${quote(meant)} of the resource, and the request authenticates ${quote(sent)}, which this server refuses.`,
      expected: quote(meant),
    };
  },
});
