import { inflated } from '../inflate.ts';
import type { Packing } from '../packing.ts';

/** RFC 1950, mitmproxy's `.zhar`: the header has a checksum. */
export default {
  name: 'compressed with zlib',
  unpack: (chunks, { damage }) => inflated(chunks, 'deflate', damage),
  isIn: ([first = 0, second = 0]) => first === 0x78 && (first * 256 + second) % 31 === 0,
} satisfies Packing;
