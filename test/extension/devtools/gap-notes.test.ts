import { describe, expect, it } from 'vitest';
import { GapNotes } from '../../../src/extension/devtools/gap-notes.ts';
import type { Gap } from '../../../src/http/exchange.ts';

const gap = (at: number | null, text = 'The response could not be read.'): Gap => ({
  kind: 'lost-body',
  text,
  at,
});

describe('the gaps of a recording', () => {
  it('are told once for each moment, even with the same words', () => {
    const notes = new GapNotes();
    expect([gap(1), gap(2), gap(1)].map((one) => notes.add(one))).toEqual([true, true, false]);
    expect(notes.all.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('that last are told again after a minute', () => {
    const notes = new GapNotes();
    const told = [0, 59_000, 61_000, 62_000].map((at) => notes.addState(gap(at)));
    expect(told).toEqual([true, false, true, false]);
    expect(notes.addState(gap(62_000, 'Something else.'))).toBe(true);
  });

  it('are at most 500, of which the oldest are forgotten', () => {
    const notes = new GapNotes();
    for (let at = 0; at < 700; at += 1) notes.add(gap(at));
    expect([notes.all.length, notes.all[0]?.at]).toEqual([500, 200]);
  });

  it('go with what happened before a moment, and come back when a clear is undone', () => {
    const notes = new GapNotes();
    for (const at of [null, 1, 5]) notes.add(gap(at));
    notes.dropBefore(3);
    const kept = notes.all;
    notes.clear();
    notes.add(gap(9));
    notes.restore(kept);
    expect(notes.all.map(({ at }) => at)).toEqual([5, 9]);
  });
});
