import { idTokenJwt } from '../../flow/facts/id-token.ts';
import type { Flow } from '../../flow/flow.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { JwksRequest } from '../../oauth/kinds/jwks-request.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, oidc } from '../check.ts';

const MAX_NAMED = 6;

export default defineCheck({
  title: 'The key that signed the ID token is not in the key set',
  severity: 'warning',
  owner: 'authorization server',
  basis: 'observed',
  why: 'A client that verifies the signature finds no key with this kid and refuses the token, unless it fetches the key set again. Keys that were rotated, and caches before the key set, are the usual reasons.',
  fix: 'Publish a new key in the key set before signing with it; have the client fetch the key set again when it meets an unknown kid.',
  specs: [oidc('10.1.1'), oidc('3.1.3.7')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const header = idTokenJwt(message)?.header ?? null;
    const kid = stringMember(header, 'kid');
    const algorithm = stringMember(header, 'alg') ?? '';
    if (kid === null || /^(?:none|HS\d+)$/i.test(algorithm)) return;
    const sets = keySetsOf(flow, message.exchange.request.url);
    const last = sets.at(-1);
    if (!last || sets.some(({ kids }) => kids === null || kids.includes(kid))) return;
    const kids = last.kids?.slice(0, MAX_NAMED).map((one) => quote(one, 60)) ?? [];
    yield {
      at: member('id_token'),
      observed: `The ID token was signed with the key ${quote(kid, 80)}; the key set at ${withoutQuery(last.url)} has ${kids.length > 0 ? list(kids) : 'no key'}.`,
      expected: `A key with the kid ${quote(kid, 80)}`,
    };
  },
});

interface KeySet {
  readonly url: string;
  /** Null when a key has no `kid`, or the set could not be read. */
  readonly kids: readonly string[] | null;
}

/** The key sets of the server at this URL that were fetched in this flow, in order. */
function keySetsOf({ messages, metadata }: Flow, url: string): readonly KeySet[] {
  const origin = originOfUrl(url);
  const named = stringMember(metadata?.metadata ?? null, 'jwks_uri');
  return (
    messages
      .filter((message): message is JwksRequest => message.kind === 'jwks-request')
      // What Grantscope fetches later may be newer.
      .filter(({ exchange }) => exchange.onDemand !== true)
      .map(({ exchange }) => ({
        url: exchange.request.url,
        kids: kidsIn(parseJsonObject(responseText(exchange) ?? '')),
      }))
      .filter((set) => set.url === named || originOfUrl(set.url) === origin)
  );
}

function kidsIn(json: JsonObject | null): readonly string[] | null {
  const keys = json?.keys;
  if (!Array.isArray(keys)) return null;
  const kids = keys.map((key) => stringMember(key as JsonObject, 'kid'));
  return kids.includes(null) ? null : kids.filter((kid) => kid !== null);
}
