import type { Copied } from '../components/common/copy-button.tsx';
import type { Store } from '../model/store.ts';

/** The redacted report of some flows, or of all when none are named. Loaded on demand. */
export async function redactedReport(store: Store, flowIds?: readonly string[]): Promise<Copied> {
  try {
    const { default: markdown } = await import('../../../src/report/formats/markdown.ts');
    await store.session.value.settled();
    const report = markdown.write(store.snapshot.value, flowIds ? { flowIds } : {});
    if (report.ok) return report.text;
    const left = report.refused.join(', ');
    return { refused: `Refused: these would be left in the report: ${left}` };
  } catch (error) {
    return { refused: `The report could not be written: ${String(error)}` };
  }
}
