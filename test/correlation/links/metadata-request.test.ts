import { expect, it } from 'vitest';
import { itemsOf } from '../../../src/correlation/items-of.ts';
import { exchange } from '../../helpers/exchanges.ts';

/** The kinds of key under which others find a document of this server. */
function provided(document: string, answerBody: string | object): readonly string[] {
  const url = `https://as.example.com/.well-known/${document}`;
  const items = itemsOf(exchange(0, { url, destination: 'empty', answerBody }));
  return items.flatMap(({ provides }) => provides.map((key) => key.split(' ')[0] ?? ''));
}

// Otherwise each of thousands of failed tries would look at all others.
it.each([
  ['openid-configuration', { issuer: 'https://as.example.com' }, '<!doctype html>'],
  ['oauth-protected-resource', { resource: 'https://as.example.com' }, { error: 'Not Found' }],
])('only what was found is sought by failed tries: %s', (document, found, failed) => {
  expect(provided(document, found)).toContain('well-known');
  expect(provided(document, failed)).not.toContain('well-known');
});
