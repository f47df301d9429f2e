import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { PushedAuthorizationRequest } from '../../oauth/kinds/pushed-authorization-request.ts';
import { numericMember, parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, defineCheck, member, type Observation, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The answer to the pushed authorization request is not what clients expect',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'The client needs request_uri to send the user on, and strict clients check expires_in and the status 201 as well.',
  fix: 'Answer 201 with a JSON object that has request_uri and expires_in, a positive number of seconds.',
  specs: [rfc(9126, '2.2')],
  subject: 'pushed-authorization-request',
  *check(message, flow) {
    const { exchange } = message;
    if (!isOk(exchange.response) || exchange.delivered === false) return;
    // A client that sends the user on had what it needed.
    const wentOn = flow.request !== null;
    const text = responseText(exchange);
    if (text === null) {
      if (!wentOn) yield cannotTell('The answer to the pushed request was not recorded.');
      return;
    }
    const fault = faultOf(message, text);
    if (fault === null || (wentOn && fault.at === STATUS)) return;
    yield { ...fault, ...(wentOn ? { severity: 'info' as const, effect: null } : {}) };
  },
});

function faultOf(
  { exchange, requestUri }: PushedAuthorizationRequest,
  text: string,
): Observation | null {
  const status = exchange.response?.status ?? null;
  const json = parseJsonObject(text);
  if (json === null) {
    return {
      at: BODY,
      observed: `It answered ${status} with ${quote(text.trim(), 80)}, which is no JSON object.`,
    };
  }
  if (requestUri === null) {
    return { at: member('request_uri'), observed: `The answer ${status} has no request_uri.` };
  }
  const lifetime = numericMember(json, 'expires_in');
  if (lifetime === null || lifetime <= 0) {
    return {
      at: member('expires_in'),
      observed: `The answer ${status} has ${lifetime === null ? 'no expires_in' : `expires_in ${lifetime}`}.`,
      certainty: 'likely',
    };
  }
  if (status === 201) return null;
  return {
    at: STATUS,
    observed: `The answer has request_uri and expires_in, and the status ${status}.`,
    expected: '201',
    severity: 'info',
    effect: null,
  };
}
