import { requests } from './requests.ts';
import { responses } from './responses.ts';
import type { Variant } from './variant.ts';

/** The variant of a scenario's client. */
export function variantOf(name: string): Variant {
  return requests[name] ?? responses[name] ?? {};
}
