import type { ForeignFormat } from '../foreign-format.ts';

/** A HAR that a Python script printed. */
export default {
  name: 'a Python value, not JSON',
  advice: 'Write it with json.dumps(har), not with print(har) or str(har).',
  looksLike: ({ start }) => /^[{[]\s*(?:\{\s*)?\x27/.test(start),
} satisfies ForeignFormat;
