import type { Exchange } from '../../src/http/exchange.ts';
import type { Secret } from '../../src/redaction/collect.ts';
import { collectRecording, type Extras } from '../../src/redaction/collect-recording.ts';
import { detect } from '../../src/redaction/detect.ts';
import { finderOf, type Span } from '../../src/redaction/value-finder.ts';

/** The meaning of a placeholder, without the value. */
interface Placeholder {
  readonly name: string;
  readonly label: string;
  /** Characters of the value. Null when even that reveals too much (passwords, people). */
  readonly length: number | null;
}

/** Replaces every secret and personal value of one recording, by value. */
export interface Redactor {
  /** Equal values become equal placeholders, numbered by first appearance. */
  redact(text: string): string;
  /**
   * Names of the placeholders whose values are in the text, never the values. `content` is the part
   * of the text from the recording, where words of the report look like a name and a value.
   */
  scan(text: string, content?: string): string[];
  /** The placeholders that were given out so far. */
  placeholders(): readonly Placeholder[];
}

/** Makes a redactor for a recording. */
export function createRedactor(exchanges: readonly Exchange[], extras: Extras = {}): Redactor {
  const find = finderOf(collectRecording(exchanges, extras));
  const names = new Map<string, Placeholder>();
  const given = new Set<string>();
  const counts = new Map<string, number>();
  const nameOf = ({ value, label, class: kind }: Secret): string => {
    const known = names.get(value);
    if (known) return known.name;
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    const isTelling = kind === 'personal' || label === 'password' || value.length < 8;
    const name = `‹${label}-${count}›`;
    names.set(value, { name, label, length: isTelling ? null : value.length });
    given.add(name);
    return name;
  };
  return {
    redact: (text) => replace(text, uncovered(find(text), text, given), nameOf),
    scan: (text, content) => {
      const all = uncovered(find(text), text, given);
      const found =
        content === undefined
          ? all
          : [...all.filter(({ placed }) => !placed), ...uncovered(find(content), content, given)];
      const shapes = detect(text).filter(({ shape }) => shape === 'jwt' || shape === 'token');
      return [
        ...new Set([
          ...found.map(({ owner }) => nameOf(owner)),
          ...shapes.map(({ shape }) => `something shaped like a ${shape}`),
        ]),
      ];
    },
    placeholders: () => [...names.values()],
  };
}

/** Leaves out the text inside a placeholder. */
function uncovered(
  spans: readonly Span[],
  text: string,
  given: ReadonlySet<string>,
): readonly Span[] {
  if (spans.length === 0 || given.size === 0) return spans;
  const marks = [...text.matchAll(/‹[a-z0-9-]{1,80}›/g)]
    .filter(([name]) => given.has(name))
    .map(({ 0: name, index }) => ({ start: index, end: index + name.length }));
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((marks[next]?.end ?? Number.MAX_SAFE_INTEGER) <= start) next += 1;
    const mark = marks[next];
    return !(mark && start >= mark.start && end <= mark.end);
  });
}

function replace(text: string, spans: readonly Span[], nameOf: (secret: Secret) => string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, owner } of spans) {
    if (end <= done) continue;
    if (start > done) pieces.push(text.slice(done, start));
    pieces.push(nameOf(owner));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
