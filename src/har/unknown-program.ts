import { defineDialect } from './dialect.ts';
import { urlWithQuery } from './entry-url.ts';

/** The dialect of a file whose program is not known. */
export const UNKNOWN_PROGRAM = defineDialect({ name: 'unknown', requestUrl: urlWithQuery });
