import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingPart } from '../../../panels/oauth/view/differing-part.ts';

describe('the part that differs', () => {
  it.each([
    ['https://a.test/cb', 'https://a.test/cb/', ['https://a.test/cb', '', '']],
    ['https://a.test/cb/', 'https://a.test/cb', ['https://a.test/cb', '/', '']],
    ['openid profile', 'openid email profile', ['openid ', '', 'profile']],
    ['same', 'same', ['same', '', '']],
    ['failed', 'succeeded', ['failed', '', '']],
    ['x😀yyyyyy', 'x😁yyyyyy', ['x', '😀', 'yyyyyy']],
  ])('of %s beside %s', (text, other, [before, differs, after]) => {
    expect(differingPart(text, other)).toEqual({ before, differs, after });
  });

  it('leaves the text whole', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '😀', '😁', 'é'), { maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, text, (start, one, other) => {
        const { before, differs, after } = differingPart(start + one, start + other);
        expect(before + differs + after).toBe(start + one);
      }),
    );
  });
});
