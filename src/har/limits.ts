/** The most characters of a body. A longer body counts as too large and is not analysed. */
export const MAX_BODY = 2 ** 22;
/**
 * The most characters of one string in the file; the rest is dropped. One character can take six in
 * JSON (`\u0041`), so a string that loses its end here is always longer than `MAX_BODY`.
 */
export const MAX_STRING = 6 * MAX_BODY + 6;
/** The most characters of one entry in the file, after long strings lost their ends. */
export const MAX_ENTRY = 2 ** 26;
