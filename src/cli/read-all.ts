import type { HarReadResult } from '../har/har-options.ts';
import { createTriage, mayBeOAuth } from '../oauth/triage.ts';
import { displayName, readInput } from './input.ts';
import { complain } from './print.ts';
import { createProgressLine, type ProgressLine } from './progress.ts';

/** A file that was read. */
export type ReadFile = Extract<HarReadResult, { ok: true }> & { readonly file: string };

/** The files, or why there is nothing to analyse. The user has been told the reasons. */
export type ReadOutcome = readonly ReadFile[] | 'unreadable' | 'cancelled';

/** Reads the files one after another. Ctrl+C ends it between two pieces of work. */
export async function readAll(paths: readonly string[]): Promise<ReadOutcome> {
  const cancel = new AbortController();
  const onInterrupt = () => cancel.abort();
  process.once('SIGINT', onInterrupt);
  const line = createProgressLine(process.stderr);
  try {
    return await readEach(paths, cancel.signal, line);
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    line.clear();
    complain('cancelled');
    return 'cancelled';
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

async function readEach(
  paths: readonly string[],
  signal: AbortSignal,
  line: ProgressLine,
): Promise<ReadOutcome> {
  // One for all files: the login servers of one file count for the next as well.
  const { relevance, wantsBody } = createTriage();
  const files: ReadFile[] = [];
  let failed = false;
  for (const [source, path] of paths.entries()) {
    const file = displayName(path);
    const result = await readInput(path, {
      source,
      keep: (one) => relevance(one) !== 'none',
      wantsBody,
      mayMatter: mayBeOAuth,
      signal,
      onProgress: (progress) => line.show(file, progress),
    });
    line.clear();
    if (!tell(result, file, path)) failed = true;
    if (result.ok) files.push({ ...result, file });
  }
  return failed ? 'unreadable' : files;
}

/** Reports what is wrong with a file. False when it has nothing to analyse. */
function tell(result: HarReadResult, file: string, path: string): boolean {
  if (!result.ok) {
    const { message, at } = result;
    complain(at ? `${message} (${path}:${at.line}:${at.column})` : message);
    return false;
  }
  for (const warning of result.warnings) complain(`${file}: ${warning}`);
  const cut = result.gaps.filter(({ kind }) => kind === 'truncated-file');
  for (const { text } of cut) complain(text);
  // The file is cut off before the end of its first entry.
  return cut.length === 0 || result.total > 0;
}
