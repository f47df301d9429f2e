import { beginsWith, type Packing } from '../packing.ts';

/** bzip2: the signature and the block size. */
export default {
  name: 'compressed with bzip2',
  unpack: null,
  isIn: (head) => beginsWith(head, 0x42, 0x5a, 0x68),
} satisfies Packing;
