import type { HarReadResult } from '../har/har-options.ts';
import { createTriage, mayBeOAuth, mayShowOAuth } from '../oauth/triage.ts';
import { asciiText } from './ascii-text.ts';
import { displayName, readInput } from './input.ts';
import { MORE_WAYS } from './more-ways.ts';
import { complain } from './print.ts';
import { createProgressLine, type ProgressLine } from './progress.ts';

/** A file that was read. */
export type ReadFile = Extract<HarReadResult, { ok: true }> & { readonly file: string };

/** The files, or that one of them cannot be read. The user has been told the reasons. */
export type ReadOutcome = readonly ReadFile[] | 'unreadable';

/**
 * Reads the files one after another, between two pieces of work until the signal is aborted: then
 * it rejects.
 */
export async function readAll(
  paths: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadOutcome> {
  const line = createProgressLine(process.stderr);
  try {
    return await readEach(paths, signal, line);
  } finally {
    line.clear();
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
  let source = 0;
  for (const path of paths) {
    const file = displayName(path);
    const result = await readInput(path, {
      source,
      keep: (one) => relevance(one) !== 'none',
      wantsBody,
      mayKeep: mayShowOAuth,
      mayMatter: mayBeOAuth,
      signal,
      moreWays: MORE_WAYS,
      asciiText,
      onProgress: (progress) => line.show(file, progress),
    });
    line.clear();
    if (!tell(result, file, path)) failed = true;
    if (!result.ok) continue;
    files.push({ ...result, file });
    source += result.own?.sources.length ?? 1;
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
