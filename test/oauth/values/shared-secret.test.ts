import { expect, it } from 'vitest';
import { jwtOf } from '../../../src/oauth/values/jwt.ts';
import { isSignedWith } from '../../../src/oauth/values/shared-secret.ts';
import { fillIn } from '../../helpers/case-values.ts';

const token = (alg: string) =>
  jwtOf(fillIn(`{{jwt {"sub":"1"} {"alg":"${alg}","signed":"a secret of the client"}}}`, 0));

it.each([
  ['HS256', 'a secret of the client', true],
  ['HS256', 'another secret', false],
  ['RS256', 'a secret of the client', null],
])('%s and "%s": %s', (alg, secret, expected) => {
  const jwt = token(alg);
  expect(jwt && isSignedWith(jwt, secret)).toBe(expected);
});
