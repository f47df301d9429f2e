import { providers } from './index.ts';
import type { Provider } from './provider.ts';

const HTTPS_HOST = /^https:\/\/([^/?#]+)/i;

const byHost = new Map<string, Provider>(
  providers.flatMap((provider) =>
    (provider.hosts?.names ?? []).map((name): [string, Provider] => [name, provider]),
  ),
);

/**
 * The provider whose host a URL names; null for http, other ports and all other hosts. One look-up
 * for each part of the host keeps exchanges that are not OAuth cheap, however many providers there
 * are.
 */
export function providerAt(url: string): Provider | null {
  const host = HTTPS_HOST.exec(url)?.[1]?.toLowerCase();
  if (host === undefined) return null;
  const exact = byHost.get(host);
  if (exact) return exact;
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    const found = byHost.get(`*${host.slice(dot)}`);
    if (found) return found;
  }
  return null;
}

/**
 * What the customers of a provider share of a host: all of it, or the end behind a customer's own
 * name. Null for all other hosts.
 */
export function sharedHost(host: string): string | null {
  if (byHost.has(host)) return host;
  for (let dot = host.indexOf('.'); dot > 0; dot = host.indexOf('.', dot + 1)) {
    if (byHost.has(`*${host.slice(dot)}`)) return regionOf(host, host.slice(dot + 1));
  }
  return null;
}

/** With the region of the provider before it: `eu.auth0.com`. */
function regionOf(host: string, suffix: string): string {
  const region = /\.([a-z]{2}(?:-[a-z]+)?(?:-?\d)?)$/.exec(host.slice(0, -suffix.length - 1))?.[1];
  return region === undefined ? suffix : `${region}.${suffix}`;
}
