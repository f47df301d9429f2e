import { beginsWith, type Packing } from '../packing.ts';

/** RFC 8878 section 3.1.1. */
export default {
  name: 'compressed with Zstandard (zstd)',
  unpack: null,
  isIn: (head) => beginsWith(head, 0x28, 0xb5, 0x2f, 0xfd),
} satisfies Packing;
