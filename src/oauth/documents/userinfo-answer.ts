import type { Exchange } from '../../http/exchange.ts';
import { responseText } from '../exchange-view.ts';
import { type JsonObject, parseJsonObject } from '../values/json.ts';
import { viewToken } from '../values/jwt.ts';

/** What a UserInfo endpoint answered (OpenID Connect Core section 5.3.2). */
export interface UserinfoAnswer {
  /** `encrypted`: only the client can read it. `unknown`: it was not recorded. */
  readonly form: 'json' | 'jwt' | 'encrypted' | 'other' | 'unknown';
  /** The claims, of a JWT unverified; null when they cannot be read. */
  readonly claims: JsonObject | null;
}

/** Reads the answer as JSON or as a JWT. Its media type does not matter. */
export function userinfoAnswer(exchange: Exchange): UserinfoAnswer {
  const text = responseText(exchange);
  if (text === null) return { form: 'unknown', claims: null };
  const json = parseJsonObject(text);
  if (json) return { form: 'json', claims: json };
  const view = viewToken(text.trim());
  if (view.kind === 'jwt') return { form: 'jwt', claims: view.jwt.claims };
  return { form: view.kind === 'encrypted' ? 'encrypted' : 'other', claims: null };
}
