import { expect, it } from 'vitest';
import { exchange, login } from '../helpers/exchanges.ts';
import { snapshotOf } from '../hostile/recordings.ts';

const kindsWith = (sent: string, issued = sent) =>
  snapshotOf([
    ...login({ token: issued }).slice(0, 5),
    exchange(9, {
      url: 'https://api.example.com/orders',
      headers: { authorization: `Bearer ${sent}` },
      destination: 'empty',
      mode: 'cors',
    }),
  ]).flows.map(({ flow }) => flow.messages.some(({ kind }) => kind === 'api-call'));

it.each([
  'nAnBDpLTKnP799et3ynw',
  'Nullable.kZ8wQ41rTbXy',
  'undefined4kZ8wQ41rTbX',
  'null-4kZ8wQ41r~Tb',
])('a token that begins like a lost value is one: %s', (token) => {
  expect(kindsWith(token)).toEqual([true]);
});
