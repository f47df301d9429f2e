import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../panels/oauth/view/placeholder-marks.ts';
import type { Placeholder } from '../../../src/http/recording.ts';

const placeholder = (name: string, standIn: string): Placeholder => ({
  name,
  label: 'code',
  class: 'one-time',
  standIn,
  length: 12,
  times: 1,
});

const PLACEHOLDERS = [
  placeholder('‹code-1›', 'q.7(x'),
  placeholder('‹code-2›', 'q.7(x-and-more'),
  placeholder('‹code-3›', ''),
];

const marked = (text: string) =>
  piecesOf(text, PLACEHOLDERS).map((piece) =>
    piece.placeholder ? `[${piece.placeholder.name}]` : piece.text,
  );

describe('the placeholders of a text', () => {
  it('are marked by name and by stand-in', () => {
    expect(marked('a ‹code-1› b q.7(x c')).toEqual(['a ', '[‹code-1›]', ' b ', '[‹code-1›]', ' c']);
  });

  it('are the longest that stand there', () => {
    expect(marked('q.7(x-and-more')).toEqual(['[‹code-2›]']);
  });

  it('are only those of the recording, and a stand-in is no pattern', () => {
    expect(marked('‹other-1› qA7(x')).toEqual(['‹other-1› qA7(x']);
    expect(marked('')).toEqual([]);
  });
});
