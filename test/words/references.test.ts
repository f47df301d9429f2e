import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAttempt, toMessage, withReferences } from '../../src/words/references.ts';

const message = { exchange: { id: 'x1' } };

describe('a text with references', () => {
  it('is split at the first place of each phrase', () => {
    const parts = withReferences('It matches the first one, sent 3 s before.', [
      toMessage('sent 3 s before', message),
      toAttempt('the first one', message),
    ]);
    expect(parts.map(({ text, reference }) => [text, reference?.to ?? null])).toEqual([
      ['It matches ', null],
      ['the first one', 'attempt'],
      [', ', null],
      ['sent 3 s before', 'message'],
      ['.', null],
    ]);
  });

  it('loses nothing, whatever the phrases are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ') });
    fc.assert(
      fc.property(text, fc.array(text), (whole, phrases) => {
        const references = phrases.map((words) => toAttempt(words, message));
        const parts = withReferences(whole, references);
        expect(parts.map((part) => part.text).join('')).toBe(whole);
      }),
    );
  });
});
