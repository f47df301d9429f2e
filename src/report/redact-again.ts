import { freeNames } from '../analysis/free-names.ts';
import { joinedNote } from '../analysis/redaction-notes.ts';
import type { Placeholder, Recording, RedactionNote } from '../http/recording.ts';
import {
  aroundNames,
  namesOf,
  type RedactedRecording,
  redactRecording,
  type Work,
} from '../redaction/redact-recording.ts';
import type { RedactionOptions } from '../redaction/redaction-options.ts';

/**
 * Redacts a recording. In one that was redacted before, the stand-ins stay and keep their names, and
 * only what is new is replaced.
 */
export async function redactAgain(
  recording: Recording,
  options: RedactionOptions,
  work: Work,
): Promise<RedactedRecording> {
  const known = recording.redaction;
  if (!known) return redactRecording(recording, options, work);
  const standIns = known.placeholders.map(({ standIn }) => standIn);
  const keep = [...options.keep, ...standIns];
  return joined(known, await redactRecording(recording, { ...options, keep }, work));
}

/** One note for both redactions. New placeholders get the next free numbers. */
function joined(known: RedactionNote, again: RedactedRecording): RedactedRecording {
  const standIns = new Set(known.placeholders.map(({ standIn }) => standIn));
  const { redaction } = again.recording;
  const fresh = redaction.placeholders.filter(({ standIn }) => !standIns.has(standIn));
  const names = freeNames(known.placeholders, fresh);
  const renamed = (one: Placeholder): Placeholder => ({
    ...one,
    name: names.get(one.name) ?? one.name,
  });
  const note = joinedNote(known, { ...redaction, placeholders: fresh.map(renamed) });
  const nameKnown = namesOf(known);
  const newNames = (text: string): string =>
    again.redactText(text).replace(/‹[^‹›]{1,80}›/g, (name) => names.get(name) ?? name);
  return {
    recording: { ...again.recording, redaction: note },
    removed: again.removed
      .filter(({ value }) => !standIns.has(value))
      .map((one) => ({ ...one, placeholder: renamed(one.placeholder) })),
    // What is a name already stays.
    redactText: (text) => aroundNames(text, (part) => aroundNames(newNames(part), nameKnown)),
  };
}
