import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../panels/oauth/view/preview-parts.ts';

const ALL = 1_000;

describe('the parts of a preview', () => {
  it('are the whole text together, and only as many as asked for', () => {
    const text = fc
      .array(fc.constantFrom('value ', '"', '🔑', 'x'.repeat(5_000), '\ud83d'), { maxLength: 40 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.nat(3), (whole, most) => {
        expect(partsOf(whole, ALL).join('')).toBe(whole);
        expect(partsOf(whole, most)).toEqual(partsOf(whole, ALL).slice(0, most));
      }),
      { numRuns: 200 },
    );
  });

  it('end between values, not inside one', () => {
    const text = `${'word '.repeat(3_000)}${'v'.repeat(1_500)} ${'word '.repeat(100)}`;
    const [first = ''] = partsOf(text, 1);
    expect(first.endsWith(' ')).toBe(true);
    expect(first).not.toContain('v');
  });
});
