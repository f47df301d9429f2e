import type { Addresses } from '../addresses.ts';

/** A client's origin, and the proxy through which the authorization server reaches it instead. */
export interface Detour {
  readonly from: string;
  readonly to: string;
}

/**
 * How an authorization server fetches from its clients: without TLS, whose certificate it could not
 * trust, or through the proxy that records it.
 */
export function fetchFrom({ app, secure }: Addresses, detour: Detour | null) {
  return (
    url: string | URL,
    { dispatcher: _, ...init }: RequestInit & { dispatcher?: unknown },
  ) => {
    const asked = String(url);
    const there = detour && asked.startsWith(detour.from);
    return fetch(there ? asked.replace(detour.from, detour.to) : asked.replace(secure, app), init);
  };
}
