import { isSameIssuer } from '../../flow/facts/issuer.ts';
import type { Flow } from '../../flow/flow.ts';
import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { audiences, type Jwt, jwtOf } from '../../oauth/values/jwt.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { BODY, cannotTell, claim, defineCheck, type Observation, oidc, rfc } from '../check.ts';
import { signatureEvidence } from '../shared/signature-evidence.ts';
import { unverifiable } from '../shared/signature-words.ts';

export default defineCheck({
  title: 'The signed UserInfo response is not valid for this client',
  severity: 'error',
  owner: 'authorization server',
  basis: 'computed',
  token: 'response body',
  effect: 'request-fails',
  why: 'A client has to refuse a signed response that is from another issuer, for another client, or whose signature does not verify.',
  fix: 'Have the server put its issuer and the client_id into iss and aud, and sign with a key of its key set.',
  specs: [oidc('5.3.2'), rfc(7519, '4.1.3')],
  subject: 'userinfo-request',
  *check({ exchange }, flow) {
    const jwt = isOk(exchange.response) ? jwtOf(responseText(exchange)?.trim()) : null;
    if (!jwt) return;
    const reason = unverifiable(flow.recording.signatureOf(jwt));
    if (reason !== null) yield cannotTell(reason);
    const found = otherIssuer(jwt, flow) ?? otherClient(jwt, flow) ?? signature(jwt, flow);
    if (found) yield found;
  },
});

/** Only the issuer of the metadata is certain to be the one of this endpoint. */
function otherIssuer({ claims }: Jwt, { metadata }: Flow): Observation | null {
  const iss = stringMember(claims, 'iss');
  const issuer = stringMember(metadata?.metadata ?? null, 'issuer');
  if (iss === null || issuer === null || isSameIssuer(issuer, iss)) return null;
  return {
    at: claim('iss'),
    observed: `iss of the response is ${quote(iss)}, the server calls itself ${quote(issuer)}.`,
    expected: quote(issuer),
  };
}

function otherClient({ claims }: Jwt, { client }: Flow): Observation | null {
  const aud = audiences(claims);
  if (client === null || aud.length === 0 || aud.includes(client)) return null;
  const named = list(aud.slice(0, 3).map((one) => quote(one)));
  return {
    at: claim('aud'),
    observed: `aud of the response is ${named}, the client is ${quote(client)}.`,
    expected: quote(client),
  };
}

function signature(jwt: Jwt, flow: Flow): Observation | null {
  const found = signatureEvidence(jwt, flow, 'the response', false);
  return found && { at: BODY, observed: found.told, ...(found.fix ? { fix: found.fix } : {}) };
}
