import { requestRefusal } from '../../flow/facts/request-refusal.ts';
import type { Flow } from '../../flow/flow.ts';
import { queryOf, withoutQuery } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { toAttempt } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { rfc } from '../check.ts';
import { faultyParameterCheck } from '../shared/faulty-parameter-check.ts';

/** What applications add to a redirect URI for one login only. */
const FOR_ONE_LOGIN =
  /^(?:return_?(?:to|url|path)?|next|redirect(?:_?(?:to|url|uri))?|continue|from|state|nonce|ts|t|timestamp|session(?:_?id)?|request_?id|callback_?url)$/i;

export default faultyParameterCheck({
  name: 'redirect_uri',
  title: 'redirect_uri has a query that differs from login to login',
  why: 'The server compares the whole URI with the registered one, so a query for one login never matches.',
  fix: 'Register the URI without a query, send exactly that, and keep the rest under the state of the login.',
  specs: [rfc(6749, '3.1.2.2'), rfc(9700, '4.1.3')],
  explains: ['error-page-redirect-mismatch'],
  unrefused: null,
  fault(message, flow) {
    const value = message.effective('redirect_uri') ?? '';
    const names = formParams(queryOf(value)).pairs.map(({ name }) => name);
    if (names.length === 0) return null;
    const success = flow.recording.otherSuccess(flow, 'login');
    const worked = success?.request?.effective('redirect_uri') ?? '';
    const differs =
      success !== null && worked !== value && withoutQuery(worked) === withoutQuery(value);
    const telling = names.filter((name) => FOR_ONE_LOGIN.test(name));
    if (!differs && (telling.length === 0 || isUnexplained(flow))) return null;
    const apart = (success?.startedAt ?? 0) - flow.startedAt;
    return {
      observed: `redirect_uri is ${quote(value)}${differs ? `; ${span(apart)} ${apart < 0 ? 'earlier' : 'later'} a login of this client worked with ${quote(worked)}` : `, with ${list(telling)} in its query`}.`,
      references:
        differs && success?.request ? [toAttempt('a login of this client', success.request)] : [],
      expected: quote(differs ? worked : withoutQuery(value)),
    };
  },
});

/** Whether nothing shows why the server refused. A name in a query alone does not say it either. */
function isUnexplained(flow: Flow): boolean {
  const refusal = requestRefusal(flow);
  return refusal === null || (refusal.words === '' && refusal.about === null);
}
