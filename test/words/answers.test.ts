import { expect, it } from 'vitest';
import { answerWord } from '../../src/words/answers.ts';
import { exchange } from '../helpers/exchanges.ts';

const answered = exchange(0, { url: 'https://as.example.com/token', status: 400 });
const lost = {
  ...answered,
  response: null,
  failure: { reason: 'connection-refused', text: null },
} as const;

it.each([
  ['400', answered, ''],
  ['400 invalid_grant', answered, 'invalid_grant'],
  ['400, withheld from the page', { ...answered, delivered: false }, ''],
  ['400, connection refused', { ...answered, failure: lost.failure }, ''],
  ['connection refused', lost, ''],
  ['no response recorded', { ...lost, failure: null }, ''],
  ['push', { ...lost, failure: null }, 'push'],
])('%s', (words, one, said) => {
  expect(answerWord(one, said)).toBe(words);
});
