import { describe, expect, it } from 'vitest';
import { RehearsalMarks } from '../../../src/extension/devtools/rehearsal-marks.ts';
import type { Rehearsal } from '../../../src/extension/handover.ts';
import { exchange } from '../../helpers/exchanges.ts';

const TOKEN = 'https://as.example.com/token';
const NOW = Date.UTC(2026, 0, 1);
const rehearsal = {
  fault: 'refresh-twice',
  title: 'Two refreshes at once',
  armedAt: NOW,
} as Rehearsal;

const hit = (body: string) => ({
  at: NOW,
  method: 'POST',
  url: TOKEN,
  headers: [],
  body,
  name: null,
  before: null,
  after: null,
  delay: 0,
});

const sent = (body: string) => ({
  ...exchange(0, { url: TOKEN, method: 'POST', body }),
  startedAt: NOW + 1_000,
});

describe('a call that is awaited', () => {
  const form = 'grant_type=refresh_token&refresh_token=rt-1';

  it.each([
    ['the same call', form, true],
    ['the same form in another order', 'refresh_token=rt-1&grant_type=refresh_token', true],
    ['the next refresh', 'grant_type=refresh_token&refresh_token=rt-2', false],
    ['a request with a code', 'grant_type=authorization_code&code=c-1', false],
  ])('%s: marked %#', (_, body, isMarked) => {
    const marks = new RehearsalMarks();
    marks.await(hit(form), rehearsal, { copies: 2 });
    expect(marks.marked(sent(body)).rehearsed !== undefined).toBe(isMarked);
  });

  it('is forgotten when the recording is cleared', () => {
    const marks = new RehearsalMarks();
    marks.await(hit(form), rehearsal);
    marks.cleared();
    expect(marks.marked(sent(form)).rehearsed).toBeUndefined();
  });
});
