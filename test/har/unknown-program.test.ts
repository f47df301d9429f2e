import { expect, it } from 'vitest';
import { UNKNOWN_PROGRAM } from '../../src/har/unknown-program.ts';
import { convert, entry } from './entries.ts';

const ended = (status: number, headers: readonly { name: string; value: string }[]) =>
  convert(entry({ request: { headers }, response: { status } }), UNKNOWN_PROGRAM).failure;

const from = (value: string) => ({ name: 'Origin', value });

it('takes status 0 or -1 of a call to another origin for a block of the browser', () => {
  const origin = from('https://app.example.com');
  expect(ended(0, [origin])).toEqual({ reason: 'blocked', text: 'status 0' });
  expect(ended(-1, [origin])).toEqual({ reason: 'blocked', text: 'status -1' });
});

it('knows nothing about other requests without a status', () => {
  expect(ended(0, [])).toBeNull();
  expect(ended(0, [from('https://as.example.com')])).toBeNull();
  const posted = [from('https://app.example.com'), { name: 'Sec-Fetch-Mode', value: 'navigate' }];
  expect(ended(0, posted)).toBeNull();
});
