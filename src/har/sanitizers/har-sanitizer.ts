import type { Sanitizer } from '../sanitizer.ts';

/** The npm package `har-sanitizer`. It signs its files in place of the program that recorded them. */
export default {
  name: 'the program har-sanitizer',
  hides:
    'It replaced cookies, tokens and codes by hashes or by one word, and every body that is neither JSON nor a form. So the claims of tokens and the texts of pages are unknown.',
  creator: /^har-sanitizer$/,
  leavesMark: () => false,
} satisfies Sanitizer;
