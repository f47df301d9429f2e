import { describe, expect, it } from 'vitest';
import { jsonMembers } from '../../../src/oauth/registry/json-members.ts';
import { parameterEntry } from '../../../src/oauth/registry/parameters.ts';
import { classifyHeader, classifyParameter } from '../../../src/oauth/registry/secrecy.ts';

describe('the class of a parameter', () => {
  it.each([
    ['refreshToken', { secrecy: 'secret', name: 'refresh_token' }],
    ['login[password]', { secrecy: 'secret', name: 'password' }],
    ['CODE', { secrecy: 'one-time', name: 'code' }],
    ['SAMLResponse', { secrecy: 'secret', name: 'SAMLResponse' }],
    ['c_hash', { secrecy: 'traceable', name: 'c_hash' }],
    ['userName', { secrecy: 'personal', name: 'username' }],
    ['PATH_TOKEN', { secrecy: 'secret', name: null }],
    ['__proto__', { secrecy: 'unknown', name: null }],
    ['constructor', { secrecy: 'unknown', name: null }],
  ])('%s', (name, expected) => {
    expect(classifyParameter(name, 'x')).toEqual(expected);
  });

  it('names no placeholder or variable after a name that a server or page chose', () => {
    for (const name of ['my_token', 'x-acme-token', 'oauthTicket']) {
      expect(classifyParameter(name, 'x')).toEqual({ secrecy: 'secret', name: null });
    }
    const { name } = classifyParameter('Access_Token', 'x');
    expect(name && parameterEntry(name)).not.toBeNull();
  });
});

it.each(['a', 'eyJ', 'eyJ.', 'gho_', '.', '{"', 'a.'])(
  'a value of 20 MB that repeats %j has a class',
  (piece) => {
    const long = piece.repeat(20_000_000 / piece.length);
    expect(classifyParameter('anything', long).secrecy).toMatch(/secret|unknown/);
    expect(classifyParameter('anything', `eyJhbGciOiJub25lIn0.${long}`).secrecy).toMatch(
      /secret|unknown/,
    );
  },
);

describe('the class of a header', () => {
  it.each([
    ['Authorization', 'secret'],
    ['Set-Cookie', 'secret'],
    ['X-Vault-Token', 'secret'],
    ['X-Amz-Signature', 'secret'],
    ['DPoP-Nonce', 'traceable'],
    ['X-Forwarded-For', 'personal'],
    ['WWW-Authenticate', 'public'],
    ['Access-Control-Allow-Credentials', 'public'],
    ['Sec-WebSocket-Key', 'public'],
    ['X-Auth0-RequestId', 'public'],
    ['X-RateLimit-Remaining-Tokens', 'public'],
    [':authority', 'public'],
    ['Content-Type', 'unknown'],
  ])('%s: %s', (name, secrecy) => {
    expect(classifyHeader(name, 'x').secrecy).toBe(secrecy);
  });
});

it('a member without a known name has the class of the object around it, others keep their own', () => {
  const json = {
    session: { id: 'a', client_id: 'b', createdAt: 'c', ok: true, n: 1, user: { plan: 'd' } },
    data: { id: 'e' },
    jwk: { kty: 'RSA', n: 'f', d: 'g', oth: [{ r: 'h' }] },
  };
  const classes = [...jsonMembers(json)].map(({ member, text, secrecy }) => [
    member,
    text,
    secrecy,
  ]);
  expect(classes).toEqual([
    ['id', 'a', 'secret'],
    ['client_id', 'b', 'identifier'],
    ['createdAt', 'c', 'unknown'],
    ['n', '1', 'secret'],
    ['plan', 'd', 'secret'],
    ['id', 'e', 'unknown'],
    ['kty', 'RSA', 'public'],
    ['n', 'f', 'unknown'],
    ['d', 'g', 'secret'],
    ['r', 'h', 'secret'],
  ]);
});
