import { describe, expect, it } from 'vitest';
import { tellingWords } from '../../src/words/telling-words.ts';

describe('tellingWords', () => {
  it.each([
    [
      'Invalid secret. Trace ID: 4f-1 Correlation ID: 5b-2 Timestamp: 2026-01-27 09:30:01Z',
      'Invalid secret.',
    ],
    [
      'The user has forgotten.\r\nCorrelation ID: 5b-2\r\nTimestamp: 2026',
      'The user has forgotten.',
    ],
    ['Correlation ID: 5b-2', 'Correlation ID: 5b-2'],
    ['The client is unknown.', 'The client is unknown.'],
  ])('%s', (text, telling) => expect(tellingWords(text, 200)).toBe(telling));

  it('ends a long text after a whole sentence', () => {
    const text =
      'The secret of app 1.2 is wrong. Send its value and not its id. Read more in the manual.';
    expect(tellingWords(text, 70)).toBe(
      'The secret of app 1.2 is wrong. Send its value and not its id. …',
    );
  });

  it('keeps a long sentence as it is', () => {
    const text = `So. ${'word '.repeat(60)}`;
    expect(tellingWords(text, 100)).toBe(text);
  });
});
