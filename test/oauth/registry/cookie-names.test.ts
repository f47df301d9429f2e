import { expect, it } from 'vitest';
import { cookiePurpose } from '../../../src/oauth/registry/cookie-names.ts';

it.each([
  ['oauth_state', 'login'],
  ['__Host-next-auth.csrf-token', 'login'],
  ['.AspNetCore.Correlation.a8Xk2mQ9zL4vT7wY', 'login'],
  ['auth_verification', 'login'],
  ['app_login', 'login'],
  ['connect.sid', 'session'],
  ['JSESSIONID', 'session'],
  ['_ga', 'other'],
  ['AWSALBCORS', 'other'],
  ['NEXT_LOCALE', 'other'],
  ['basket', null],
])('%s: %s', (name, purpose) => {
  expect(cookiePurpose(name)).toBe(purpose);
});
