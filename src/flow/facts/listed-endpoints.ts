import { parseUrl, withoutQuery } from '../../http/url.ts';
import type { Message } from '../../oauth/message.ts';
import { kindOf } from '../../oauth/message-kinds.ts';
import { type JsonObject, stringMember } from '../../oauth/values/json.ts';

/** An endpoint that was used in place of the one that the metadata lists. */
export interface OtherEndpoint {
  readonly member: string;
  readonly listed: string;
}

/**
 * The endpoint that the metadata lists for this message, when the message went to another one; null
 * when it went there, or when the metadata lists none.
 */
export function otherEndpoint(message: Message, metadata: JsonObject | null): OtherEndpoint | null {
  const member = kindOf(message).listedAs;
  const listed = member === undefined ? null : stringMember(metadata, member);
  if (member === undefined || listed === null) return null;
  const aliases = metadata?.mtls_endpoint_aliases as JsonObject | undefined;
  const all = [listed, stringMember(aliases ?? null, member)];
  const used = place(message.exchange.request.url);
  return all.some((one) => one !== null && place(one) === used) ? null : { member, listed };
}

/** Servers treat a slash at the end and the case of the host alike. */
function place(url: string): string {
  return withoutQuery(parseUrl(url)?.href ?? url).replace(/\/$/, '');
}
