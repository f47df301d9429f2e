import type { AuthorizationRequest } from '../kinds/authorization-request.ts';

/** The members of `response_type` (OAuth 2.0 Multiple Response Types section 3). */
export function responseTypes(message: AuthorizationRequest | null): ReadonlySet<string> {
  return new Set((message?.effective('response_type') ?? '').split(/\s+/).filter(Boolean));
}

/** The members of `scope` (RFC 6749 section 3.3); some servers accept commas. */
export function scopes(message: AuthorizationRequest): ReadonlySet<string> {
  return new Set((message.effective('scope') ?? '').split(/[\s,]+/).filter(Boolean));
}

/** OAuth 2.0 Multiple Response Types section 4: the request wants neither a code nor a token. */
export function asksForNothing(message: AuthorizationRequest | null): boolean {
  const types = responseTypes(message);
  return types.size === 1 && types.has('none');
}
