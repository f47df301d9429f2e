import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck } from '../check.ts';

const MAX_SHOWN = 5;

export default defineCheck({
  title: 'Signed authorization response is not for this client',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'response',
  effect: 'client-rejects',
  why: 'aud of the response has to be the client_id. A client must refuse what was signed for another one: it may come from another login.',
  fix: 'Let the server put the client_id of the request into aud.',
  specs: [
    {
      label: 'JARM section 2.4',
      url: 'https://openid.net/specs/oauth-v2-jarm-final.html#name-processing-rules',
    },
  ],
  subject: 'authorization-response',
  *check({ jarm, wire }, { client }) {
    const jwt = jarm === 'signed' ? jwtOf(wire.get('response')) : null;
    if (!jwt || client === null) return;
    const found = audiences(jwt.claims);
    if (found.includes(client)) return;
    const shown = list(found.slice(0, MAX_SHOWN).map((one) => quote(one)));
    yield {
      at: claim('aud'),
      observed: `${found.length > 0 ? `aud is ${shown}` : 'There is no aud'}, the client is ${quote(client)}.`,
      expected: quote(client),
    };
  },
});
