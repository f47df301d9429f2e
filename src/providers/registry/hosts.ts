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
