import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { jsonList } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** How the client authenticated, and how the metadata says that it can. */
export interface UnlistedMethod {
  readonly used: string;
  readonly listed: readonly string[];
}

/**
 * The authentication method of a token request when the metadata does not list it; null when it
 * does, or when either is unknown. A list often leaves out `none` although public clients work, so
 * that is no evidence.
 */
export function unlistedMethod(message: TokenRequest, { metadata }: Flow): UnlistedMethod | null {
  const document = metadata?.metadata ?? null;
  const listed = jsonList(document?.token_endpoint_auth_methods_supported);
  const { methods, kind, certificate } = clientAuthentication(message, document);
  const [used] = methods;
  if (listed.length === 0 || kind !== 'method' || certificate !== null) return null;
  if (used === undefined || methods.length > 1 || listed.includes(used)) return null;
  return { used, listed };
}
