import type { ForeignFormat } from '../foreign-format.ts';

/** Fiddler: Save. */
export default {
  name: 'a session archive of Fiddler (.saz)',
  advice:
    'It holds no HAR. Open it in Fiddler Classic: File, Export Sessions, All Sessions, HTTPArchive v1.2.',
  looksLike: ({ names }) => names.some((name) => /^raw[\\/]\d+_[cms]\./i.test(name)),
} satisfies ForeignFormat;
