import { endOf } from '../../flow/facts/moments.ts';
import { isAccepted } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { span } from '../../words/times.ts';
import { defineCheck, header, rfc } from '../check.ts';

/** Calls in flight overlap with the logout. */
const MARGIN = 1_000;

export default defineCheck({
  title: 'An API accepts the token after the logout',
  severity: 'info',
  owner: 'resource server',
  basis: 'computed',
  why: 'An API that checks tokens by itself does not learn of a logout or a revocation, so a token counts until it expires. RFC 7009 allows that.',
  fix: 'Keep the lifetime of access tokens short, or have the API ask the server about each token (introspection).',
  specs: [rfc(7009, '3'), rfc(7662, '2.2')],
  subject: 'flow',
  *check(flow) {
    const ends = [revocation(flow), logout(flow)].filter((one) => one !== null);
    for (const { at, what, token } of ends) {
      const index = flow.messages.findIndex(
        (one) => isAcceptedCall(one) && one.exchange.startedAt > at + MARGIN && covers(token, one),
      );
      const call = flow.messages[index];
      if (!call) continue;
      const { method, url } = call.exchange.request;
      yield {
        at: header('Authorization'),
        message: index,
        observed: `${method} ${withoutQuery(url)} was accepted ${span(call.exchange.startedAt - at)} after ${what}.`,
      };
      return;
    }
  },
});

interface End {
  readonly at: number;
  readonly what: string;
  /** The token that ended; null for all that had been issued. */
  readonly token: string | null;
}

function isAcceptedCall(message: Flow['messages'][number]): message is ApiCall {
  return message.kind === 'api-call' && message.token !== null && isAccepted(message.exchange);
}

function covers(token: string | null, call: ApiCall): boolean {
  return token === null || call.token === token;
}

function revocation({ messages }: Flow): End | null {
  for (const message of messages) {
    if (message.kind === 'revocation-request' && isOk(message.exchange.response)) {
      const at = endOf(message.exchange);
      if (message.token !== null)
        return { at, what: 'the token was revoked', token: message.token };
    }
  }
  return null;
}

/** The last logout at the server after the last token was issued. */
function logout({ messages, tokenRequests, recording }: Flow): End | null {
  const issue = tokenRequests.findLast(({ response }) => response.accessToken !== null);
  const last = issue ? messages.findLast(isAcceptedCall) : undefined;
  if (!issue || !last) return null;
  const { request } = issue.exchange;
  const found = recording.loggedOut(request.url, endOf(issue.exchange), last.exchange.startedAt);
  return found && { at: endOf(found), what: 'the logout', token: null };
}
