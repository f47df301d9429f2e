/** Loaded when a redacted recording is shown. */
export { namesOf } from '../../../src/redaction/placeholder-names.ts';
