import type { Exchange } from '../../http/exchange.ts';
import { collectRecording } from '../../redaction/collect-recording.ts';
import { finderOf, type Span } from '../../redaction/value-finder.ts';
import { merged, type Template, type Variable } from '../template.ts';
import { Variables } from '../variables.ts';

/** Shorter values occur in texts by chance. */
const MIN_PART = 8;
/** Answers of APIs can hold any number of values. The oldest are forgotten, and asked for. */
const MAX_KNOWN = 200;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly variable: () => Variable;
}

/** The variables of a script: those that it sets itself, and those that a person has to set. */
export class ScriptValues {
  /** Variables that a person has to set, in the order of their use. */
  readonly asked = new Set<Variable>();
  /** Variables that a request uses. */
  readonly used = new Set<Variable>();
  readonly #find: (text: string) => readonly Span[];
  readonly #variables = new Variables();
  /** What the script knows at this point, by the recorded value. */
  readonly #known = new Map<string, Variable>();
  #longestFirst: readonly (readonly [value: string, variable: Variable])[] | null = null;

  constructor(exchanges: readonly Exchange[]) {
    this.#find = finderOf(collectRecording(exchanges, {}));
  }

  /** Whether a text holds something that may not be in the script. */
  hides(text: string): boolean {
    return this.#find(text).length > 0;
  }

  /** A variable that the script sets. From here on it stands for the recorded value. */
  set(label: string, value: string): Variable {
    const variable = this.#variables.use(label.slice(0, 40), value);
    this.#longestFirst = null;
    this.#known.delete(value);
    this.#known.set(value, variable);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_KNOWN && oldest !== undefined) this.#known.delete(oldest);
    return variable;
  }

  /** The variable for a whole text that is secret. */
  secret(label: string, value: string): Template {
    if (value === '') return [];
    const pieces = this.#knownPieces(value);
    if (pieces.length > 0) return this.#template(value, pieces);
    return [this.#ask(label, value)];
  }

  /** The text with variables for its values. `before` is what stands before it, such as `name: `. */
  conceal(text: string, before = ''): Template {
    const known = this.#knownPieces(text);
    const found = this.#find(before + text).flatMap(({ start, end, owner }) => {
      const from = Math.max(0, start - before.length);
      return outside(known, from, end - before.length).map((part) => ({
        ...part,
        variable: () => this.#ask(owner.label, text.slice(part.start, part.end)),
      }));
    });
    return this.#template(text, [...known, ...joined(found)]);
  }

  #ask(label: string, value: string): Variable {
    const variable = this.#variables.use(label, value);
    this.asked.add(variable);
    return variable;
  }

  #knownPieces(text: string): readonly Piece[] {
    const whole = this.#known.get(text);
    if (whole) return [{ start: 0, end: text.length, variable: () => whole }];
    const pieces: Piece[] = [];
    this.#longestFirst ??= [...this.#known].sort(([a], [b]) => b.length - a.length);
    for (const [value, variable] of this.#longestFirst) {
      if (value.length < MIN_PART) break;
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
        const end = at + value.length;
        if (pieces.some((one) => at < one.end && one.start < end)) continue;
        pieces.push({ start: at, end, variable: () => variable });
      }
    }
    return pieces;
  }

  #template(text: string, pieces: readonly Piece[]): Template {
    const template: (string | Variable)[] = [];
    let done = 0;
    for (const { start, end, variable } of [...pieces].sort((a, b) => a.start - b.start)) {
      const one = variable();
      this.used.add(one);
      template.push(text.slice(done, start), one);
      done = end;
    }
    return merged([...template, text.slice(done)]);
  }
}

/** The parts of a span that no known value covers. */
function outside(
  known: readonly Piece[],
  start: number,
  end: number,
): readonly { readonly start: number; readonly end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let from = start;
  for (const piece of [...known].sort((a, b) => a.start - b.start)) {
    if (piece.end <= from || piece.start >= end) continue;
    if (piece.start > from) parts.push({ start: from, end: piece.start });
    from = piece.end;
  }
  if (from < end) parts.push({ start: from, end });
  return parts;
}

/** Pieces that overlap are one, with the name of the first. */
function joined<P extends { readonly start: number; readonly end: number }>(
  pieces: readonly P[],
): readonly P[] {
  const ordered = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: P[] = [];
  for (const piece of ordered) {
    const last = found.at(-1);
    if (!last || piece.start >= last.end) found.push(piece);
    else if (piece.end > last.end) {
      found.push({ ...piece, start: last.end });
    }
  }
  return found;
}
