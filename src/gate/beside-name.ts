const REACH = 160;
/** Quotation marks, blanks and backslashes, escaped or not. */
const QUOTES =
  /(?:[\s"'`\\]|&(?:amp;)*(?:quot|apos|#3[49]|#x2[27]);|%(?:25)*(?:22|27|5c|20|0[9ad])|u00(?:22|27))*$/;
const ASSIGNS = /(?:[=:]|%(?:25)*(?:3d|3a)|&(?:amp;)*#(?:61|58|x3d|x3a);|\\u00(?:3d|3a))$/;
const COMMA = /(?:,|%(?:25)*2c)$/;
const HAR_VALUE = /^[\s"'\\]*,[\s"'\\]*value[\s"'\\]*:/;

/**
 * Whether one of the names stands before a value: `name=value`, `name: value`, `"name":"value"` or
 * `"name":"name","value":"value"`. `before` and `after` are the text around it.
 */
export function isBesideName(before: string, after: string, names: readonly string[]): boolean {
  const lower = before.slice(-REACH).toLowerCase();
  const assigned = lower.replace(QUOTES, '');
  const named = assigned.replace(ASSIGNS, '');
  if (named.length === assigned.length) return false;
  const name = named.replace(QUOTES, '');
  if (names.some((one) => endsWith(name, one))) {
    // In a HAR this is the name of a field and no value of a member `name`.
    if (!(endsWith(name, 'name') && HAR_VALUE.test(after.slice(0, REACH)))) return true;
  }
  if (!endsWith(name, 'value')) return false;
  const listed = name.slice(0, -'value'.length).replace(QUOTES, '');
  const first = listed.replace(COMMA, '').replace(QUOTES, '');
  return first.length < listed.length && names.some((one) => endsWith(first, one));
}

/** Whether a text ends with a name and not only with the end of a longer one. */
function endsWith(text: string, name: string): boolean {
  if (name === '' || !text.endsWith(name.toLowerCase())) return false;
  return isEdge(text, text.length - name.length - 1);
}

/** Whether what ends at this character is no part of a word that begins behind it. */
export function isEdge(text: string, at: number): boolean {
  if (at < 0 || !/[A-Za-z0-9_\-\u00c0-\uffff]/.test(text.charAt(at))) return true;
  return /(?:%(?:25)*[0-9a-f]{2}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\[nrtbf])$/i.test(
    text.slice(Math.max(0, at - 9), at + 1),
  );
}
