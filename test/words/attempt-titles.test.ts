import { expect, it } from 'vitest';
import type { Message } from '../../src/oauth/message.ts';
import { recognise } from '../../src/oauth/recognise.ts';
import { attemptTitle } from '../../src/words/attempt-titles.ts';
import { exchange } from '../helpers/exchanges.ts';

const messages = [
  exchange(0, {
    url: 'https://api.example.com/items',
    destination: 'empty',
    status: 401,
    answer: { 'www-authenticate': 'Bearer' },
  }),
  exchange(1, { url: 'https://as.example.com:8443/.well-known/openid-configuration' }),
].flatMap((one) => recognise(one)) as Message[];

it.each([
  ['discovery', 'Discovery at as.example.com:8443'],
  ['api_call', 'API call to api.example.com'],
  ['registration', 'Registration at api.example.com'],
  ['authorization_code', null],
  ['other', null],
] as const)('%s', (grant, title) => {
  expect(attemptTitle({ grant, messages })).toBe(title);
  expect(attemptTitle({ grant, messages: [] })).toBeNull();
});
