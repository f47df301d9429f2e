import type { ForeignFormat } from '../foreign-format.ts';

/** Polly.js with a persister that writes YAML. */
export default {
  name: 'a HAR in YAML',
  advice: 'Convert it to JSON: yq -o=json FILE > login.har',
  looksLike: ({ start }) => /^(?:---\s+|#[^\n]*\n)*log\s*:\s/.test(start),
} satisfies ForeignFormat;
