import type { Packing } from '../packing.ts';

/** RFC 7932 has no signature: the name of the file tells, unless the file is plain text. */
export default {
  name: 'compressed with brotli',
  unpack: null,
  isIn: ([first = 0], file) =>
    /\.(?:br|brotli)$/i.test(file) &&
    !'{[<"\u00EF\u00FE\u00FF \n\r\t'.includes(String.fromCharCode(first)),
} satisfies Packing;
