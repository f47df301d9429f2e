import { lastThatWorked, othersToCompare } from '../../../src/conclusion/compare/candidates.ts';
import type { ImportedFile } from '../model/import-files.ts';
import type { Store } from '../model/store.ts';

/** Compares the shown attempt with the most similar one of some files, which are held beside it. */
export async function compareWithFiles(
  files: readonly ImportedFile[],
  store: Store,
): Promise<void> {
  const recording = await store.readBeside(files);
  const current = store.current.value;
  if (!recording || !current) return;
  const { flows } = recording.session.snapshot.value;
  const other = lastThatWorked(current, flows) ?? othersToCompare(current, flows)[0];
  if (other) store.compareWith({ ...recording, flowId: other.flow.id });
  else store.say(`${recording.name} has no flow`);
}
