import { beginsWith, type Packing } from '../packing.ts';

/** 7-Zip: the signature of its header. */
export default {
  name: 'a 7-Zip archive',
  unpack: null,
  isIn: (head) => beginsWith(head, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
} satisfies Packing;
