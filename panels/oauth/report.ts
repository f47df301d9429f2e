import type { Snapshot } from '../../src/checks/analysis.ts';
import type { Copied } from './components/copy-button.tsx';
import type { Store } from './store.ts';

type Write = (
  snapshot: Snapshot,
  options: { readonly flowIds?: readonly string[] },
) =>
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refused: readonly string[] };

const modules = import.meta.glob<{ readonly markdownReport: Write }>(
  '../../src/report/markdown.ts',
);

/** The redacted report of some flows, of all when none are named. Loaded when it is asked for. */
export async function redactedReport(store: Store, flowIds?: readonly string[]): Promise<Copied> {
  try {
    const module = await Object.values(modules)[0]?.();
    if (!module) return { refused: 'This build writes no reports.' };
    const report = module.markdownReport(store.snapshot.value, flowIds ? { flowIds } : {});
    if (report.ok) return report.text;
    return {
      refused: `Refused: secrets would be left in the report (${report.refused.join(', ')})`,
    };
  } catch (error) {
    return { refused: `The report could not be written: ${String(error)}` };
  }
}
