import { decodeBase64url } from '../../http/base64.ts';
import { percentDecoded } from '../../http/percent.ts';
import { isSameSite } from '../../http/site.ts';
import { originOfUrl, parseUrl } from '../../http/url.ts';
import { redirectTarget } from '../../oauth/exchange-view.ts';
import { defineCheck, parameter, rfc } from '../check.ts';

const MAX_STATE = 20_000;

export default defineCheck({
  title: 'The callback forwards the browser to a URL from state',
  severity: 'info',
  owner: 'client',
  basis: 'observed',
  why: 'If the client does not check the URL, or that the state is its own, somebody else can send users anywhere through it.',
  fix: 'Accept only paths of the application or URLs of a fixed list, and refuse a state that this browser did not send.',
  specs: [rfc(9700, '4.11.1')],
  subject: 'authorization-response',
  *check({ delivered, exchange, params }, { request }) {
    const to = redirectTarget(exchange);
    const state = params.get('state') ?? '';
    if (!delivered || to === null || state === '' || state.length > MAX_STATE) return;
    const here = exchange.request.url;
    const server = request === null ? null : originOfUrl(request.endpoint);
    // A host of the same site is most likely of the same application.
    if (isSameSite(here, to) !== false || originOfUrl(to) === server) return;
    const place = parseUrl(to);
    if (!place || !/^https?:$/.test(place.protocol)) return;
    if (!readingsOf(state).some((text) => text.includes(place.origin))) return;
    yield {
      at: parameter('state'),
      observed: `state has ${place.origin} in it, and the callback redirected there.`,
      expected: 'A path of the application',
    };
  },
});

/** The state as it is, and what is encoded in it. */
function readingsOf(state: string): readonly string[] {
  const bare = percentDecoded(state);
  const inside = /^[A-Za-z0-9_+/-]{8,}={0,2}$/.test(bare) ? decodeBase64url(bare) : null;
  return inside === null ? [bare] : [bare, inside, inside.replaceAll('\\/', '/')];
}
