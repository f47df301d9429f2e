import { joinedNote } from '../analysis/redaction-notes.ts';
import type { Recording, RedactionNote } from '../http/recording.ts';
import { EXIT, Misuse } from './cli-command.ts';
import { type ReadFile, readAll } from './read-all.ts';

/** The files as one recording. The user has been told what is wrong with them. */
export async function readRecording(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Recording | typeof EXIT.refused> {
  if (paths.length === 0) throw new Misuse('No file was named.');
  const files = await readAll(paths, signal);
  return files === 'unreadable' ? EXIT.refused : recordingOf(files);
}

/** Each file is a source; a file of Grantscope brings its own. */
function recordingOf(files: readonly ReadFile[]): Recording {
  const note = files.reduce<RedactionNote | null>(
    (before, { own }) => (own?.redaction ? joinedNote(before, own.redaction) : before),
    null,
  );
  return {
    exchanges: files.flatMap(({ exchanges }) => exchanges),
    navigations: files.flatMap(({ own }) => own?.navigations ?? []),
    gaps: files.flatMap(({ gaps }) => gaps),
    rehearsals: files.flatMap(({ own }) => own?.rehearsals ?? []),
    sources: files.flatMap(({ own, file, recorder, total }) =>
      own ? own.sources : [{ file, recorder, exchanges: total }],
    ),
    ...(note === null ? {} : { redaction: note }),
  };
}
