import { deflateSync } from 'fflate';

/** An empty block (RFC 1951 section 3.2.4) moves everything behind it. */
const EMPTY_BLOCK = [0, 0, 0, 0xff, 0xff];
const encoder = new TextEncoder();

/** XML in deflate: first as short as possible, then in ways that begin and end differently. */
export function* deflatedXml(xml: string): Generator<Uint8Array> {
  const bytes = encoder.encode(xml);
  const compressed = deflateSync(bytes, { level: 9 });
  yield compressed;
  yield Uint8Array.from([...EMPTY_BLOCK, ...compressed]);
  yield deflateSync(bytes, { level: 0 });
}
