import { beginsWith, type Packing } from '../packing.ts';

/** RAR 4 and 5. */
export default {
  name: 'a RAR archive',
  unpack: null,
  isIn: (head) => beginsWith(head, 0x52, 0x61, 0x72, 0x21, 0x1a, 0x07),
} satisfies Packing;
