import { DEFAULT_REDACTION } from '../../../src/redaction/redaction-options.ts';
import type { Copied } from '../components/common/copy-button.tsx';
import type { Store } from '../model/store.ts';

/** The redacted report of some flows, or of all when none are named. Loaded on demand. */
export async function redactedReport(store: Store, flowIds?: readonly string[]): Promise<Copied> {
  try {
    const [{ default: markdown }, { prepareReport, writeReport }, { leakWords }] =
      await Promise.all([
        import('../../../src/report/formats/markdown.ts'),
        import('../../../src/report/share.ts'),
        import('../../../src/report/leak-words.ts'),
      ]);
    const session = store.session.value;
    await session.settled();
    const { recording } = session;
    const prepared = await prepareReport(recording, DEFAULT_REDACTION, {}, store.snapshot.value);
    const report = writeReport(prepared, markdown, flowIds ? { flowIds } : {});
    if (report.ok) return report.text;
    return { refused: `Refused: the report would still show ${leakWords(report.refused)}` };
  } catch (error) {
    return { refused: `The report could not be written: ${String(error)}` };
  }
}
