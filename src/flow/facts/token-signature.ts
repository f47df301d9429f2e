import { responseText } from '../../oauth/exchange-view.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { TokenName } from '../../oauth/message-tokens.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import type { Jwt } from '../../oauth/values/jwt.ts';
import { isReplacedValue } from '../../oauth/values/placeholder.ts';
import { isSignedWith, isWholeMac } from '../../oauth/values/shared-secret.ts';
import type { Flow } from '../flow.ts';
import type { Signature } from '../signatures.ts';

/**
 * Tokens that are signed with the client secret when their algorithm uses a secret (OpenID Connect
 * Core sections 9 and 10.1). What signs an access token is known to servers only.
 */
const OF_CLIENT: ReadonlySet<TokenName> = new Set<TokenName>([
  'id_token',
  'id_token_hint',
  'client_assertion',
  'request',
  'response',
  'response body',
  'logout_token',
]);

/** What is known of the signature of a token of this flow, by recorded keys and client secrets. */
export function signatureIn(flow: Flow, jwt: Jwt, name: TokenName): Signature {
  const known = flow.recording.signatureOf(jwt);
  if (known.is !== 'shared-secret' || !OF_CLIENT.has(name)) return known;
  const secrets = secretsOf(flow);
  if (secrets.length === 0) return known;
  if (!isWholeMac(jwt)) return { is: 'unknown', because: 'not-whole' };
  return { is: secrets.some((one) => isSignedWith(jwt, one)) ? 'by-secret' : 'not-by-secret' };
}

/** The secrets of the client of a flow that the recording shows. */
function secretsOf(flow: Flow): readonly string[] {
  const { client, recording, tokenRequests } = flow;
  const other = recording.otherSuccess(flow, 'tokens')?.token;
  const registration = client === null ? null : recording.registrationOf(client);
  const given = registration && parseJsonObject(responseText(registration.exchange) ?? '');
  const found = [
    ...tokenRequests.map((one) => secretIn(one, client)),
    other ? secretIn(other, client) : null,
    stringMember(given, 'client_secret'),
  ];
  return [...new Set(found)].filter((one) => one !== null && !isReplacedValue(one)) as string[];
}

function secretIn({ params, basic }: TokenRequest, client: string | null): string | null {
  const name = basic?.id ?? params.get('client_id') ?? null;
  if (name !== null && client !== null && name !== client) return null;
  return params.get('client_secret') || basic?.secret || null;
}
