import { beginsWith, type Packing } from '../packing.ts';

/** The .xz file format, section 2.1.1.1. */
export default {
  name: 'compressed with xz',
  unpack: null,
  isIn: (head) => beginsWith(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a),
} satisfies Packing;
