import { inflated } from '../inflate.ts';
import { beginsWith, type Packing } from '../packing.ts';

/** RFC 1952 section 2.3.1. */
export default {
  name: 'compressed with gzip',
  unpack: (chunks, { damage }) => inflated(chunks, 'gzip', damage),
  isIn: (head) => beginsWith(head, 0x1f, 0x8b),
} satisfies Packing;
