import type { Owner } from '../../words/owners.ts';
import type { Reference } from '../../words/references.ts';

/** What the messages of the recording show about a refusal that the server did not explain. */
export interface Evidence {
  /** A sentence; empty when only the fix is known better. */
  readonly told: string;
  readonly fix?: string;
  readonly owner?: Owner;
  readonly expected?: string;
  readonly references?: readonly Reference[];
}
