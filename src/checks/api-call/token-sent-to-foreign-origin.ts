import type { Flow } from '../../flow/flow.ts';
import { originOf } from '../../http/cors-request.ts';
import { memoised } from '../../http/memo.ts';
import { isSameSite } from '../../http/site.ts';
import { originOfUrl } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { defineCheck, header, rfc } from '../check.ts';

export default defineCheck({
  title: 'The access token also goes to a server that it is not for',
  severity: 'warning',
  owner: 'client',
  basis: 'computed',
  why: 'Whoever receives the token can call the API with it. Usually an interceptor adds the header to every request of the page, whatever its target.',
  fix: 'Attach the token only to requests whose origin is on a list of APIs.',
  specs: [rfc(6750, '5.2'), rfc(9700, '4.9')],
  aliases: ['token-reuse-across-audiences'],
  subject: 'api-call',
  *check(message, flow) {
    const home = homeOf(flow).get(message.token ?? '');
    const to = originOfUrl(message.exchange.request.url);
    if (!home || to === null || home.strangers.get(to) !== message) return;
    yield {
      at: header('Authorization'),
      observed: `The token is for ${home.origin}, where the client uses it. It went to ${to} as well.`,
      expected: `The token only at ${home.origin}`,
      certainty: 'likely',
    };
  },
});

interface Home {
  /** The origin of an API that aud names and that the client calls with the token. */
  readonly origin: string;
  /** The first call to each origin of another site. */
  readonly strangers: ReadonlyMap<string, ApiCall>;
}

/** For each token whose audience is a URL that the client calls: where else the token went. */
const homeOf = memoised((flow: Flow): ReadonlyMap<string, Home> => {
  const calls = new Map<string, Map<string, ApiCall>>();
  for (const message of flow.messages) {
    const origin = originOfUrl(message.exchange.request.url);
    if (message.kind !== 'api-call' || message.token === null || origin === null) continue;
    const known = calls.get(message.token) ?? new Map<string, ApiCall>();
    calls.set(message.token, known);
    if (!known.has(origin)) known.set(origin, message);
  }
  const homes = new Map<string, Home>();
  for (const [token, byOrigin] of calls) {
    const home = byOrigin.size > 1 ? homeFor(token, byOrigin, flow) : null;
    if (home) homes.set(token, home);
  }
  return homes;
});

function homeFor(token: string, calls: ReadonlyMap<string, ApiCall>, flow: Flow): Home | null {
  const aud = audiences(jwtOf(token)?.claims ?? {}).flatMap((one) => originOfUrl(one) ?? []);
  const origin = aud.find((one) => calls.has(one));
  if (origin === undefined) return null;
  const own = [
    ...aud,
    flow.request?.endpoint,
    flow.request?.effective('redirect_uri'),
    flow.tokenRequests[0]?.exchange.request.url,
  ].filter((one) => one !== undefined);
  const strangers = [...calls].filter(([to, { exchange }]) => {
    const page = originOf(exchange);
    const known = page === null ? own : [...own, page];
    return known.every((one) => isSameSite(one, to) === false);
  });
  return { origin, strangers: new Map(strangers) };
}
