import { BACKSLASHES, unescaped } from './escaping.ts';

/** Replaces one string or number under the name of the member that holds it. */
export type Leaf = (name: string, value: string) => string;

const PIECE = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|-?\d[\d.eE+-]*|[{}[\]]/g;
const NUMBER = /^-?\d/;
const COLON = /\s*:/y;

/**
 * Replaces the values of JSON and keeps everything else as it is written: white space, the order and
 * the names of members. Elements of a list have the name of the list. Damaged JSON is read as far as
 * it goes.
 */
export function rewriteJson(text: string, leaf: Leaf, outer = ''): string {
  const pieces: string[] = [];
  const around: string[] = [];
  let name = outer;
  let done = 0;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const end = index + piece.length;
    if (piece === '{' || piece === '[') around.push(name);
    else if (piece === '}' || piece === ']') name = around.pop() ?? outer;
    else if (isName(piece, text, end)) name = plainOf(piece);
    else {
      const rewritten = rewriteLeaf(piece, name, leaf);
      if (rewritten === piece) continue;
      pieces.push(text.slice(done, index), rewritten);
      done = end;
    }
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

function isName(piece: string, text: string, end: number): boolean {
  COLON.lastIndex = end;
  return piece.startsWith('"') && COLON.test(text);
}

function rewriteLeaf(piece: string, name: string, leaf: Leaf): string {
  if (NUMBER.test(piece)) {
    const number = leaf(name, piece);
    return NUMBER.test(number) ? number : piece;
  }
  const written = piece.slice(1, piece.endsWith('"') && piece.length > 1 ? -1 : undefined);
  const units = unescaped(BACKSLASHES, written);
  const plain = units === null ? written : units.map((unit) => unit.text).join('');
  const rewritten = leaf(name, plain);
  if (rewritten === plain) return piece;
  const quoted =
    units === null ? JSON.stringify(rewritten).slice(1, -1) : BACKSLASHES.encode(rewritten, units);
  return `"${quoted}${piece.slice(1 + written.length)}`;
}

function plainOf(piece: string): string {
  const written = piece.slice(1, -1);
  return (
    unescaped(BACKSLASHES, written)
      ?.map(({ text }) => text)
      .join('') ?? written
  );
}

/** Whether a text is a JSON object or list. */
export function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
