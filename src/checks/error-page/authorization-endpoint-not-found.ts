import { readErrorPage } from '../../flow/facts/error-page.ts';
import { withoutQuery } from '../../http/url.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { defineCheck, rfc, STATUS } from '../check.ts';
import { pageSentence } from '../shared/error-page-words.ts';

export default defineCheck({
  title: 'Nothing answers as authorization endpoint at this URL',
  severity: 'error',
  owner: 'client',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The status says that the server has nothing at this path: the path, the tenant or the realm is misspelled, or the server is not deployed at this host.',
  fix: 'Take authorization_endpoint from the metadata of the server, and check that the server is running at this host.',
  specs: [rfc(8414, '2'), rfc(9110, '15.5.5')],
  explains: ['error-page-shown'],
  subject: 'authorization-request',
  *check(message, flow) {
    const page = readErrorPage(message, flow);
    if (!page || (page.status !== 404 && page.status !== 410)) return;
    // A message that is known says more than the status.
    if (page.match && page.match.signature.about !== 'other') return;
    const listed = stringMember(flow.metadata?.metadata ?? null, 'authorization_endpoint');
    const url = withoutQuery(message.exchange.request.url);
    yield {
      at: STATUS,
      observed: pageSentence(page),
      ...(listed !== null && listed !== url ? { expected: `${listed}, as the metadata says` } : {}),
    };
  },
});
