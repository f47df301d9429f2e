/**
 * How common a pair of letters is in English, German, French, Spanish, Italian and Dutch words, from
 * 0 to 7: one row for the first letter, one column for the second.
 */
const PAIRS = (
  '23330131302435020434310011 51005000410400400421300030 40204005303300500304200000 ' +
  '41126100500201420332300010 21342221301335121543120200 41114310500300500423400010 ' +
  '40006022400213300432300000 50015000400312400314300000 32434230011335410344020002 ' +
  '50035210403202410040410002 41105012402202410233301000 41125110500400400423310020 ' +
  '53005000400130440021300000 41344240402102300145210001 12331320102335230533322000 ' +
  '50005101300400430523300000 20000000200000000000700000 41235020401222410233310011 ' +
  '41405112402210330145301010 40105003500100410433301021 33324220301335120444000000 ' +
  '50006000500000400100100000 50005002500004400230200000 40404000400010250015100020 ' +
  '42324111301233350243201000 50105001500100300002402013'
).split(' ');

/** Words of one case, and numbers. */
const PARTS = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g;
const PIECE = /[A-Za-z0-9]{6,}/g;
const EPOCH = /^1\d{9}(?:\d{3}){0,3}$/;
const DATE = /^\d{4}-\d\d(?:-\d\d)?(?:[T ][\d:.,]*(?:Z|[+-]\d\d:?\d\d)?)?$|^\d{8}(?:T\d{4,6}Z?)?$/i;
const VERSION = /^v?\d+(?:\.\d+)+(?:[-+.][A-Za-z][\w.]{0,20})?$/i;
const FILE =
  /^[\w.@~-]+\.(?:m?js|css|png|svg|ico|jpe?g|gif|webp|avif|woff2?|ttf|map|html?|json|txt|xml|php|aspx?|jsp|wasm|pdf|har|log|zip)$/i;
/** Hexadecimal of that length is no word and no number. */
const HEX = /^(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{24,}$/i;
const MAX_LENGTH = 20_000;

/** Whether a value is a date or a time: ISO 8601, or since the epoch. */
export function isTime(value: string): boolean {
  return DATE.test(value) || EPOCH.test(value);
}

/** Whether a value is a date, a time, a version or the name of a file, whatever is in it. */
export function isOrdinary(value: string): boolean {
  return isTime(value) || VERSION.test(value) || FILE.test(value);
}

/**
 * Whether a value of at least that length was made by chance, not by people: it has a piece whose
 * letters and digits alternate, or whose letters form no word.
 */
export function looksRandom(value: string, shortest = 16): boolean {
  if (value.length < shortest || /\s/.test(value) || isOrdinary(value)) return false;
  return (value.slice(0, MAX_LENGTH).match(PIECE) ?? []).some(isRandomPiece);
}

function isRandomPiece(piece: string): boolean {
  if (/^\d+$/.test(piece)) return piece.length >= 14 && !isOrdinary(piece);
  if (HEX.test(piece)) return true;
  const parts = piece.match(PARTS)?.length ?? 1;
  if (parts >= 4 && piece.length / parts < longestMean(piece.length)) return true;
  const letters = piece.replace(/\d/g, '').toLowerCase();
  const fewest = letters.length === piece.length ? 8 : 5;
  return letters.length >= fewest && commonness(letters) < (letters.length < 12 ? 1.9 : 2.3);
}

/** Parts of random text are short, and the longer the text the better that shows. */
function longestMean(length: number): number {
  return length < 8 ? 1.6 : length < 12 ? 2.3 : 2.7;
}

function commonness(letters: string): number {
  let sum = 0;
  for (let index = 1; index < letters.length; index += 1) {
    const row = PAIRS[letters.charCodeAt(index - 1) - 97];
    sum += (row?.charCodeAt(letters.charCodeAt(index) - 97) ?? 0x30) - 0x30;
  }
  return sum / (letters.length - 1);
}
