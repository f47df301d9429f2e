import { tokensWorkedAfter } from '../../flow/facts/discovery.ts';
import { signedTokens } from '../../flow/facts/signed-tokens.ts';
import type { Flow } from '../../flow/flow.ts';
import { isOk } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { keysIn, keyTypeOf } from '../../oauth/values/key-set.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, defineCheck, member, type Report, rfc } from '../check.ts';

/** The members that make a public key of a type (RFC 7518 section 6, RFC 8037 section 2). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
};

export default defineCheck({
  title: 'The key set of the server cannot be read',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'Without keys nobody can verify a signature, and clients and APIs call the tokens invalid.',
  fix: 'Publish a JSON object whose member keys lists the public keys, each with kty and the members of its type.',
  specs: [rfc(7517, '5'), rfc(7517, '4')],
  subject: 'jwks-request',
  *check(message, flow) {
    const { exchange } = message;
    const { response, delivered, onDemand } = exchange;
    if (!response || !isOk(response) || response.status === 204) return;
    if (delivered === false || onDemand) return;
    const text = responseText(exchange);
    if (text === null || ('text' in response.body && response.body.truncated)) {
      yield cannotTell('The body of the key set was not recorded.');
      return;
    }
    const keys = keysIn(exchange);
    const worked = tokensWorkedAfter(flow, message) ? ({ severity: 'info' } as const) : {};
    if (keys === null) {
      // A server that signs with client secrets only has no keys to publish.
      if (parseJsonObject(text) && !needsKeys(flow)) return;
      const what = parseJsonObject(text) ? 'has no list of keys' : 'is not JSON';
      const observed = `The key set at ${withoutQuery(exchange.request.url)} ${what}.`;
      yield { at: BODY, observed, expected: '{"keys":[…]}', ...worked };
      return;
    }
    for (const key of keys) yield* incomplete(key, flow);
  },
});

function needsKeys(flow: Flow): boolean {
  return signedTokens(flow).some(({ header }) => keyTypeOf(String(header.alg)) !== null);
}

/** Other keys of a set can be used, so an incomplete one matters to its own tokens only. */
function* incomplete(key: JsonObject, flow: Flow): Iterable<Report> {
  const type = stringMember(key, 'kty');
  const required = type === null ? ['kty'] : (REQUIRED[type] ?? []);
  const missing = required.filter((name) => stringMember(key, name) === null);
  if (missing.length === 0) return;
  const kid = stringMember(key, 'kid');
  const isNamed = kid !== null && signedTokens(flow).some(({ header }) => header.kid === kid);
  const name = kid === null ? 'A key' : `The key ${quote(kid, 80)}`;
  yield {
    at: member('keys'),
    title: 'A key of the server is incomplete',
    observed: `${name} of the key set lacks ${list(missing)}.`,
    ...(isNamed ? {} : { severity: 'info', effect: null }),
  };
}
