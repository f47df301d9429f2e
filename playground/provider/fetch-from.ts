import type { Addresses } from '../addresses.ts';

/** A client's origin, and the proxy through which the authorization server reaches it. */
export interface Detour {
  readonly from: string;
  readonly to: string;
}

/**
 * Creates the authorization server's `fetch`. It avoids TLS, whose certificate the server could not
 * trust, or uses the proxy that records it.
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
