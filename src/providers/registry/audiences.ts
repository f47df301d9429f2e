import { providers } from './index.ts';
import type { Provider, ProviderApi } from './provider.ts';

const known = providers.flatMap(({ apis = [] }) => apis.filter(({ anywhere }) => anywhere));

/** The API of this provider, or of any whose audiences are its own, that a token is for. */
export function apiOfAudience(audience: string, provider: Provider | null): ProviderApi | null {
  const all = [...(provider?.apis ?? []), ...known];
  return all.find((api) => api.audience.test(audience)) ?? null;
}
