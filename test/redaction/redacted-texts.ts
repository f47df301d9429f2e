import { findLeaks } from '../../src/gate/gate.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { redactRecording } from '../../src/redaction/redact-recording.ts';
import { DEFAULT_REDACTION } from '../../src/redaction/redaction-options.ts';
import { recordingOf } from '../helpers/parity.ts';

/** What sharing a recording does to a text about it. */
export interface Redactor {
  /** Replaces the values of the recording by the names of their placeholders. */
  readonly redact: (text: string) => string;
  /** The names of the values that the final scan finds in the text. */
  readonly scan: (text: string) => readonly string[];
  /** Which of the texts show a value, counted from 1, by one scan of all. */
  readonly linesWithLeaks: (texts: readonly string[]) => readonly number[];
}

/** The redactor of a recording. */
export async function redactorOf(exchanges: readonly Exchange[]): Promise<Redactor> {
  const recording = recordingOf(exchanges);
  const { redactText, removed } = await redactRecording(recording, DEFAULT_REDACTION);
  const sought = removed.map(({ value, names, isWord, placeholder: { name } }) => ({
    ...{ value, names, isWord, name },
  }));
  return {
    redact: redactText,
    scan: (text) => [...new Set(findLeaks(text, sought).map(({ name }) => name))],
    linesWithLeaks: (texts) => {
      const lines = findLeaks(texts.join('\n'), sought).map(({ line }) => line);
      return [...new Set(lines)].sort((a, b) => a - b);
    },
  };
}
