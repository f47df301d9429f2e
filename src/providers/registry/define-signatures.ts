import type { ErrorSignature } from './error-signature.ts';

type Shared = 'seen' | 'anywhere' | 'at' | 'owner';

/** A signature without what all signatures of its file share. */
type Row = Omit<ErrorSignature, 'seen'> & Partial<Pick<ErrorSignature, 'seen'>>;

/** Types a file of a provider with many errors. `shared` counts where a row does not say it itself. */
export function defineErrors(
  shared: Pick<ErrorSignature, Shared>,
  rows: readonly Row[],
): readonly ErrorSignature[] {
  return rows.map((row) => ({ ...shared, ...row }));
}
