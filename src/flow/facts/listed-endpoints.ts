import { parseUrl, withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { type JsonObject, stringMember } from '../../oauth/values/json.ts';

/** The member of the metadata that names the endpoint of a kind of message. */
const MEMBERS: Readonly<Partial<Record<Message['kind'], string>>> = {
  'authorization-request': 'authorization_endpoint',
  'backchannel-authentication-request': 'backchannel_authentication_endpoint',
  'device-authorization-request': 'device_authorization_endpoint',
  'end-session-request': 'end_session_endpoint',
  'introspection-request': 'introspection_endpoint',
  'jwks-request': 'jwks_uri',
  'pushed-authorization-request': 'pushed_authorization_request_endpoint',
  'revocation-request': 'revocation_endpoint',
  'token-request': 'token_endpoint',
  'userinfo-request': 'userinfo_endpoint',
};

/** An endpoint that was used in place of the one that the metadata lists. */
export interface OtherEndpoint {
  readonly member: string;
  readonly listed: string;
}

/**
 * The endpoint that the metadata lists for this message, when the message went to another one; null
 * when it went there, or when the metadata lists none.
 */
export function otherEndpoint(
  { kind, exchange }: Message,
  metadata: JsonObject | null,
): OtherEndpoint | null {
  const member = MEMBERS[kind];
  const listed = member === undefined ? null : stringMember(metadata, member);
  if (member === undefined || listed === null) return null;
  const aliases = metadata?.mtls_endpoint_aliases as JsonObject | undefined;
  const all = [listed, stringMember(aliases ?? null, member)];
  const used = place(exchange.request.url);
  return all.some((one) => one !== null && place(one) === used) ? null : { member, listed };
}

/** Servers treat a slash at the end and the case of the host alike. */
function place(url: string): string {
  return withoutQuery(parseUrl(url)?.href ?? url).replace(/\/$/, '');
}
