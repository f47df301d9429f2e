import { matchesIn } from '../http/matches.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { withoutFullStop } from '../oauth/registry/secret-shapes.ts';

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const RUN = /[\w.~+/=-]{16,}/g;
const MAX_TEXT = 4_000_000;
const MAX_RUN = 20_000;

/** RFC 9562: whether a value is a UUID. */
export function isGuid(value: string): boolean {
  return GUID.test(value);
}

/** Finds strings in a text that look like tokens, but not ids for support. */
export function tokenShaped(text: string): readonly string[] {
  return [...matchesIn(text.slice(0, MAX_TEXT), RUN)]
    .flatMap(([run]) => (isPath(run) ? run.split('/') : [run]))
    .flatMap((run) => run.split(/(?<![A-Za-z0-9])\/|=(?!=|$)/))
    .map((run) => withoutFullStop(run).replace(/^[./=+-]+/, ''))
    .filter((run) => run.length >= 16 && run.length <= MAX_RUN && !isGuid(run) && looksRandom(run));
}

/** A slash is also a digit of base64. */
function isPath(run: string): boolean {
  const segments = run.split('/');
  return segments.some((one) => isGuid(one) || /\./.test(one) || /^[a-z_-]{4,}$/i.test(one));
}
