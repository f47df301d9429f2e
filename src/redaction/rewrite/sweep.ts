import type { Secret } from '../collect.ts';
import type { Span } from '../value-finder.ts';
import { ESCAPES, unescaped } from './escaping.ts';
import { packedLike, respell } from './respell.ts';

/** What a sweep needs. */
export interface SweepWork {
  readonly find: (text: string) => readonly Span[];
  readonly standIn: (secret: Secret) => string;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const MAX_DEPTH = 4;
/** So much is decoded on either side of a value that is not written as a whole. */
const MAX_AROUND = 20_000;
const PACKED = /[A-Za-z0-9+/_-]/;
const DELIMITER = /[\s"'<>&;,=?#{}()[\]]/;

/** Replaces every value that is left in a text, in whatever encoding it is written. */
export function sweep(text: string, work: SweepWork): string {
  return text.length < 3 ? text : edited(text, apart(work.find(text)), work, 0);
}

/** The same with decoded text, if that shows the value at all; null if it does not. */
function sweepOf(owner: Secret, text: string, work: SweepWork, depth: number): string | null {
  const spans = work.find(text);
  if (!spans.some((span) => span.owner === owner)) return null;
  const rewritten = edited(text, apart(spans), work, depth);
  return rewritten === text ? null : rewritten;
}

function edited(text: string, spans: readonly Span[], work: SweepWork, depth: number): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const span of spans) {
    if (span.start < done) continue;
    const edit = editOf(text, span, done, work, depth);
    pieces.push(text.slice(done, edit.start), edit.text);
    done = edit.end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** The spans that do not overlap, the longest first. */
function apart(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const kept: Span[] = [];
  let last: Span | null = null;
  for (const span of spans) {
    if (last === null || span.start >= last.end) {
      kept.push(span);
      last = span;
    } else if (span.end - span.start > last.end - last.start) {
      kept[kept.length - 1] = span;
      last = span;
    }
  }
  return kept;
}

function editOf(
  text: string,
  { start, end, owner }: Span,
  done: number,
  work: SweepWork,
  depth: number,
): Edit {
  const written = text.slice(start, end);
  const standIn = work.standIn(owner);
  const whole = respell(written, owner.value, standIn);
  if (whole !== null) return { start, end, text: whole };
  if (depth < MAX_DEPTH) {
    const least = Math.max(done, start - MAX_AROUND);
    const most = Math.min(text.length, end + MAX_AROUND);
    const run = around(text, start, end, least, most, (one) => PACKED.test(one));
    const packed = repacked(owner, text, run, work, depth);
    if (packed !== null) return packed;
    const piece = around(text, start, end, least, most, (one) => !DELIMITER.test(one));
    const escaped = reescaped(owner, text.slice(piece.start, piece.end), work, depth);
    if (escaped !== null) return { ...piece, text: escaped };
  }
  // Nobody knows how it is written, so no part of it stays.
  return { start, end, text: filled(standIn, written.length) };
}

function filled(standIn: string, length: number): string {
  const letters = standIn.replace(/[^A-Za-z0-9]/g, '') || 'x';
  return letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
}

function around(
  text: string,
  start: number,
  end: number,
  least: number,
  most: number,
  belongs: (character: string) => boolean,
): { readonly start: number; readonly end: number } {
  let from = start;
  while (from > least && belongs(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < most && belongs(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** A run of base64 or hexadecimal with its content replaced. It may begin a few characters later. */
function repacked(
  owner: Secret,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  work: SweepWork,
  depth: number,
): Edit | null {
  const run = text.slice(start, end);
  if (/^[0-9a-fA-F]+$/.test(run)) {
    for (const phase of [0, 1]) {
      const found = rehexed(owner, run.slice(phase), work, depth);
      if (found !== null) return { start: start + phase, end, text: found };
    }
  }
  const padding = /^={0,2}/.exec(text.slice(end, end + 2))?.[0] ?? '';
  for (const phase of [0, 1, 2, 3]) {
    const packed = run.slice(phase);
    const bytes = latinOf(packed);
    if (bytes === null) continue;
    const plain = utf8Of(bytes);
    const rewritten = sweepOf(owner, plain, work, depth + 1);
    if (rewritten === null) continue;
    const isWhole = plain !== bytes || !/[\x80-\xff]/.test(bytes);
    const encoded = isWhole
      ? packedLike(rewritten, packed + padding)
      : latinPacked(rewritten, packed + padding);
    return { start: start + phase, end: end + padding.length, text: encoded };
  }
  return null;
}

function rehexed(owner: Secret, digits: string, work: SweepWork, depth: number): string | null {
  const bytes = digits.slice(0, digits.length - (digits.length % 2)).match(/../g) ?? [];
  const text = bytes.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');
  const plain = utf8Of(text);
  const rewritten = sweepOf(owner, plain, work, depth + 1);
  if (rewritten === null) return null;
  const latin = plain === text ? rewritten : bytesOf(rewritten);
  const hex = [...latin].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const tail = digits.slice(bytes.length * 2);
  return (/[A-F]/.test(digits) ? hex.toUpperCase() : hex) + tail;
}

function latinOf(packed: string): string | null {
  const length = packed.length % 4 === 1 ? packed.length - 1 : packed.length;
  try {
    return atob(packed.slice(0, length).replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null;
  }
}

function utf8Of(latin: string): string {
  if (!/[\x80-\xff]/.test(latin)) return latin;
  try {
    const bytes = Uint8Array.from(latin, (one) => one.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return latin;
  }
}

function bytesOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');
}

/** Bytes that are no text, in the alphabet and with the padding of another run. */
function latinPacked(latin: string, like: string): string {
  const encoded = btoa(latin.replace(/[^\x00-\xff]/g, '?'));
  const own = /[-_]/.test(like) ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded;
  return like.endsWith('=') ? own : own.replace(/=+$/, '');
}

function reescaped(owner: Secret, piece: string, work: SweepWork, depth: number): string | null {
  for (const manner of ESCAPES) {
    const units = unescaped(manner, piece);
    if (units === null) continue;
    const decoded = units.map(({ text }) => text).join('');
    const rewritten = sweepOf(owner, decoded, work, depth + 1);
    if (rewritten !== null) return manner.encode(rewritten, units);
  }
  return null;
}
