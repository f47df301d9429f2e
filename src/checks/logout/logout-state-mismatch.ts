import { isError } from '../../http/status.ts';
import { queryOf, withoutQuery } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, parameter, rpLogout } from '../check.ts';

export default defineCheck({
  title: 'The logout comes back with another state',
  severity: 'info',
  owner: 'authorization server',
  basis: 'computed',
  why: 'A client that sends state with a logout recognises its own return by it. The server has to pass it on unchanged.',
  fix: 'Add the state of the logout request to the redirect, as it was sent.',
  specs: [rpLogout('2'), rpLogout('3')],
  subject: 'landing',
  *check(message, flow) {
    const asked = flow.messages.findLast(
      ({ kind, exchange }) =>
        kind === 'end-session-request' && exchange.startedAt <= message.exchange.startedAt,
    );
    const sent = asked?.params.get('state');
    const target = asked?.params.get('post_logout_redirect_uri');
    if (!sent || !target) return;
    const { url } = message.exchange.request;
    if (withoutQuery(url) !== withoutQuery(target)) return;
    const found = formParams(queryOf(url)).get('state');
    // The client may have put a state of its own into the address.
    if (found === sent || (found !== undefined && queryOf(target).includes('state='))) return;
    yield {
      at: parameter('state'),
      observed: `The logout was sent with state ${quote(sent)} and came back with ${found === undefined ? 'none' : quote(found)}.`,
      expected: quote(sent),
      ...(isError(message.exchange.response) ? { severity: 'warning' } : {}),
    };
  },
});
