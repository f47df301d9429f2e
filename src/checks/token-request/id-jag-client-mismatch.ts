import { refusedIdJag } from '../../flow/facts/id-jag.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { describeDifference } from '../../words/differences.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck } from '../check.ts';
import { ID_JAG } from '../shared/id-jag-specs.ts';

export default defineCheck({
  title: 'The ID-JAG was issued for another client',
  severity: 'error',
  owner: 'registration',
  basis: 'computed',
  token: 'assertion',
  effect: 'request-fails',
  why: 'client_id in an ID-JAG names the client at the server of the resource. The identity provider puts in what is set up there for this application.',
  fix: 'Set the client of the resource at the identity provider to the one that hands the ID-JAG in.',
  specs: [ID_JAG],
  explains: ['token-error-invalid-grant', 'token-error-invalid-request'],
  subject: 'token-request',
  *check(message) {
    const jwt = refusedIdJag(message);
    const meant = stringMember(jwt?.claims ?? null, 'client_id');
    const sent = clientOf(message);
    // A refused client is told of as such.
    if (!meant || !sent || meant === sent || message.response.error === 'invalid_client') return;
    const difference = describeDifference(sent, meant);
    yield {
      at: claim('client_id'),
      observed: `client_id in the ID-JAG is ${quote(meant)}, and ${quote(sent)} handed it in${difference === null ? '' : ` (${difference})`}.`,
      expected: quote(sent),
      fix: `Set the client of this resource at the identity provider to ${quote(sent)}, or hand the ID-JAG in as ${quote(meant)}.`,
    };
  },
});
