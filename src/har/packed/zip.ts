import { beginsWith, type Packing } from '../packing.ts';
import { unzipped } from '../unzip.ts';

/** APPNOTE.TXT section 4.3.7: an archive begins with the header of its first file. */
export default {
  name: 'a ZIP archive',
  unpack: unzipped,
  isIn: (head) => beginsWith(head, 0x50, 0x4b, 0x03, 0x04),
} satisfies Packing;
