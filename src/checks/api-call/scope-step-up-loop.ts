import { scopeRefusal } from '../../flow/facts/scope-refusal.ts';
import { requestLine } from '../../flow/facts/story.ts';
import { succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { toAttempt, toMessage } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import { defineCheck, header, type Observation, rfc } from '../check.ts';

export default defineCheck({
  title: 'The new token does not have the scope that the API asked for',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The API names the scope that a call needs. A client that then asks for this scope alone loses those that it had, and one that only refreshes gains none, so the refusals go on.',
  fix: 'Ask in a new authorization request for the scopes of before together with the one that the API names, and stop after one more refusal.',
  specs: [rfc(6750, '3.1'), rfc(6749, '6')],
  explains: ['api-403-insufficient-scope'],
  subject: 'api-call',
  *check(message, flow) {
    const refusal = scopeRefusal(message.exchange);
    if (!refusal || message.token === null) return;
    const told = lostScopes(refusal.wanted, flow) ?? againLater(message, flow);
    if (told && !succeededLater(flow, message)) {
      yield { at: header('WWW-Authenticate'), ...told };
    }
  },
});

/** The login before had asked for what the API now misses. */
function lostScopes(wanted: readonly string[], flow: Flow): Observation | null {
  const now = flow.request?.effective('scope')?.split(/\s+/);
  const other = now ? flow.recording.otherSuccess(flow, 'tokens') : null;
  if (!now || !other?.request || other.startedAt >= flow.startedAt) return null;
  const before = other.request.effective('scope')?.split(/\s+/) ?? [];
  const lost = wanted.filter((name) => before.includes(name) && !now.includes(name));
  if (lost.length === 0) return null;
  const union = [...new Set([...before, ...now])].join(' ');
  return {
    observed: `The call needs ${list(lost.map((name) => quote(name, 80)))}. The login ${span(flow.startedAt - other.startedAt)} before had asked for it, this one asks for ${quote(now.join(' '))} instead.`,
    references: [
      toAttempt(`The login ${span(flow.startedAt - other.startedAt)} before`, other.request),
    ],
    expected: `scope=${union}`,
    fix: `Ask for all scopes together: scope=${union}.`,
  };
}

/** The first refusal of a call that was refused for its scope again, with another token. */
function againLater(message: ApiCall, flow: Flow): Observation | null {
  const all = refusals(flow).get(requestLine(message));
  if (!all || all.first !== message || all.last.token === message.token) return null;
  const { method, url } = message.exchange.request;
  const later = `${span(all.last.exchange.startedAt - message.exchange.startedAt)} later`;
  return {
    observed: `${method} ${withoutQuery(url)} was refused for its scope with one token, and ${later} with another one.`,
    references: [toMessage(later, all.last)],
  };
}

interface Refusals {
  readonly first: ApiCall;
  last: ApiCall;
}

/** The first and the last refusal of each call for its scope. */
const refusals = memoised(({ messages }: Flow): ReadonlyMap<string, Refusals> => {
  const found = new Map<string, Refusals>();
  for (const message of messages) {
    if (message.kind !== 'api-call' || message.token === null) continue;
    if (!scopeRefusal(message.exchange)) continue;
    const key = requestLine(message);
    const known = found.get(key);
    if (known) known.last = message;
    else found.set(key, { first: message, last: message });
  }
  return found;
});
