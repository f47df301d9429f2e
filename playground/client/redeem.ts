import * as oauth from 'oauth4webapi';
import { type Fault, faultOf } from './faults.ts';
import { local } from './metadata.ts';
import type { Proofs } from './proofs.ts';
import { clientOf } from './settings.ts';
import type { Attempt } from './status.ts';
import { variantOf } from './variants.ts';

interface Redemption {
  readonly as: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  /** The validated authorization response. */
  readonly parameters: URLSearchParams;
  readonly name: string;
  readonly secrets: Attempt;
  readonly proofs?: Proofs | undefined;
}

/** Redeems the code and validates the tokens (RFC 6749 sections 4.1.3 and 4.1.4). */
export async function redeemCode({ as, client, parameters, name, secrets, proofs }: Redemption) {
  const fault = faultOf(name);
  const registered = clientOf(name).redirectUri;
  const answer = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    (await fault.authentication?.()) ?? oauth.None(),
    parameters,
    fault.redirectUri?.(registered) ?? registered,
    (await fault.verifier?.(secrets)) ?? secrets.verifier,
    {
      ...tokenRequestOptions(fault),
      ...proofs,
      additionalParameters: { ...variantOf(name).redemption },
    },
  );
  const expected = secrets.nonce === '' ? {} : { expectedNonce: secrets.nonce };
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, expected);
  return { answer, tokens };
}

function tokenRequestOptions({ headers, fetch }: Fault): oauth.TokenEndpointRequestOptions {
  return {
    ...local,
    ...(headers ? { headers } : {}),
    ...(fetch
      ? { [oauth.customFetch]: (...args: Parameters<typeof fetch>) => fetch(...args) }
      : {}),
  };
}
