import { expect, it } from 'vitest';
import { isDevelopmentHost } from '../../src/http/development-host.ts';

it.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['app.test', true],
  ['nas.local', true],
  ['intranet', true],
  ['10.0.0.7', true],
  ['172.20.1.1', true],
  ['172.32.1.1', false],
  ['client.example.com', false],
  ['10.example.com', false],
  ['[2001:db8::1]', false],
])('%s: %s', (host, expected) => expect(isDevelopmentHost(host)).toBe(expected));
