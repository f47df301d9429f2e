import { memoised } from '../../http/memo.ts';
import { providerAt } from '../../providers/registry/hosts.ts';
import { providerOf } from '../../providers/registry/identify.ts';
import type { Provider } from '../../providers/registry/provider.ts';
import type { Flow } from '../flow.ts';

/** The provider of a flow's authorization server; null when it is not known. */
export const serverProvider = memoised((flow: Flow): Provider | null => {
  const { authorizationServer, request, tokenRequests, metadata } = flow;
  const known = authorizationServer === null ? null : providerAt(authorizationServer);
  const asked = [request, tokenRequests[0], metadata].find((message) => message?.exchange);
  return known ?? providerOf(asked?.exchange ?? null);
});
