import { expect, it } from 'vitest';
import { isSameSite } from '../../src/http/site.ts';

it.each([
  ['https://app.example.com/a', 'http://app.example.com:81/b', true],
  ['https://app.example.com', 'https://login.example.com', null],
  ['https://app.example.com', 'https://app.example.org', false],
  ['http://localhost:3000', 'http://127.0.0.1:3000', false],
  ['http://10.0.0.1', 'http://10.0.0.2', false],
  ['http://localhost:3000', 'http://localhost:4000', true],
  ['https://app.example.com', 'no URL', null],
])('%s and %s: %s', (one, other, same) => {
  expect(isSameSite(one, other)).toBe(same);
  expect(isSameSite(other, one)).toBe(same);
});
