/** Characters of a body; one that is longer counts as not there, because nothing would be read in it. */
export const MAX_BODY = 2 ** 22;
/**
 * Characters of one string as it stands in the file; what is behind them is dropped. Escaped, a
 * body takes up to six for one, so that a body which lost its end is always too long.
 */
export const MAX_STRING = 6 * MAX_BODY + 6;
/** Characters of one entry as it stands in the file, without what was dropped of its strings. */
export const MAX_ENTRY = 2 ** 26;
