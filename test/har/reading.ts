import { type HarReadResult, readHar } from '../../src/har/read-har.ts';

/** The file and the source of every HAR here. */
export const OPTIONS = { file: 'app.har', source: 2 };

/** Reads a text as it is and any other value as JSON. */
export function read(value: unknown): HarReadResult {
  return readHar(typeof value === 'string' ? value : JSON.stringify(value), OPTIONS);
}

/** Reads a HAR and throws when it is refused. */
export function readOk(value: unknown) {
  const result = read(value);
  if (!result.ok) throw new Error(result.message);
  return result;
}
