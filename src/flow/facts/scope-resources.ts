import { providerAt } from '../../providers/registry/hosts.ts';
import { namesIn } from './scope-names.ts';

/** The APIs of a scope, and whether the server issues tokens for one API each. */
export interface ScopeResources {
  readonly resources: readonly string[];
  readonly oneEach: boolean;
}

/** Scopes of OpenID Connect, which belong to the server itself. */
const OWN = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

/**
 * The APIs that a scope names, by the URLs in front of its names: `api://orders/read` is for
 * `api://orders`. Names that are no URLs count where the provider says what they belong to.
 */
export function scopeResources(scope: string, endpoint: string): ScopeResources {
  const one = providerAt(endpoint)?.oneResource ?? null;
  const resources = namesIn(scope)
    .filter((name) => !OWN.has(name))
    .flatMap((name) => resourceOf(name) ?? one?.ofBareScopes ?? []);
  return { resources: [...new Set(resources)], oneEach: one !== null };
}

function resourceOf(name: string): string | null {
  const end = name.lastIndexOf('/');
  // `//` of the scheme is no end of a URL.
  if (end <= 0 || name[end - 1] === ':') return null;
  return name.slice(0, end).replace(/\/+$/, '');
}
