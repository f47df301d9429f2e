import { requests } from './requests.ts';
import { responses } from './responses.ts';
import type { Variant } from './variant.ts';

/** How the client of a scenario differs. */
export function variantOf(name: string): Variant {
  return requests[name] ?? responses[name] ?? {};
}
