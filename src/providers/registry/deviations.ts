import { providerAt } from './hosts.ts';
import { providers } from './index.ts';
import type { Deviation } from './provider.ts';

const copies = providers.flatMap(({ urlCopies }) => urlCopies ?? []);

/** Whether the provider at this endpoint departs from a specification in this way on purpose. */
export function deviates(endpoint: string, kind: Deviation['kind']): boolean {
  return providerAt(endpoint)?.deviations?.some((one) => one.kind === kind) ?? false;
}

/** Whether this address only collects copies of page URLs for a provider. */
export function isCopyOfUrls(url: string): boolean {
  return copies.some(({ pattern }) => pattern.test(url));
}
