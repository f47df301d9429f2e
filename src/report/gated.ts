import { findLeaks, findLeaksInTurns, type Leak } from '../gate/gate.ts';
import type { RemovedValue } from '../redaction/redact-recording.ts';
import type { Shared } from './shared.ts';

/** A finished report, or the places where it would show a value. */
export type Report =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refused: readonly Leak[] };

/** A name, a date or a number: what the words and times of a report itself can be equal to. */
const ORDINARY = /^(?:\p{L}{1,24}(?:[ '-]\p{L}{1,24}){0,3}|[\d:TZ.,+ -]{1,30})$/u;

/**
 * Releases a finished report that shows no removed value. A report says what the redacted recording
 * says, in words of its own. So an ordinary word that the redacted recording does not have is one of
 * the report's.
 */
export function gated(
  text: string,
  shared: Pick<Shared, 'recording'>,
  removed: readonly RemovedValue[],
): Report {
  return released(text, findLeaks(text, removed.map(soughtOf)), shared, removed);
}

/**
 * The same, with pauses in which a panel can draw and the work can be cancelled. Without a redacted
 * recording no word is one of the report's.
 */
export async function gatedInTurns(
  text: string,
  shared: Pick<Shared, 'recording'> | null,
  removed: readonly RemovedValue[],
  signal: AbortSignal | undefined,
): Promise<Report> {
  const found = await findLeaksInTurns(text, removed.map(soughtOf), signal ? { signal } : {});
  return released(text, found, shared, removed);
}

function released(
  text: string,
  found: readonly Leak[],
  shared: Pick<Shared, 'recording'> | null,
  removed: readonly RemovedValue[],
): Report {
  if (found.length === 0) return { ok: true, text };
  if (shared === null) return { ok: false, refused: found };
  const names = new Set(found.map(({ name }) => name));
  const ordinary = removed.filter(
    ({ value, placeholder }) => names.has(placeholder.name) && ORDINARY.test(value),
  );
  const { exchanges, navigations, gaps, sources, rehearsals } = shared.recording;
  const recorded = textsIn([exchanges, navigations, gaps, sources, rehearsals]).join('\n');
  const left = new Set(findLeaks(recorded, ordinary.map(soughtOf)).map(({ name }) => name));
  const own = new Set(
    ordinary.map(({ placeholder }) => placeholder.name).filter((name) => !left.has(name)),
  );
  const refused = found.filter(({ name }) => !own.has(name));
  return refused.length === 0 ? { ok: true, text } : { ok: false, refused };
}

function soughtOf({ value, names, isWord, placeholder }: RemovedValue) {
  return { name: placeholder.name, value, names, isWord };
}

/** Every string in some records, at any depth. */
function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') texts.push(one);
    else if (typeof one === 'object' && one !== null) {
      for (const member of Object.values(one)) open.push(member);
    }
  }
  return texts;
}
