import { describe, expect, it } from 'vitest';
import { loneGroups } from '../../src/flow/lone-groups.ts';
import type { Message } from '../../src/oauth/message.ts';
import { recognise } from '../../src/oauth/recognise.ts';
import { exchange } from '../helpers/exchanges.ts';

function read(at: number, url: string, answerBody: object, status = 200): Message {
  const sketch = { url, destination: 'empty', answerBody, status } as const;
  const [message] = recognise(exchange(at, sketch));
  if (!message) throw new Error(`${url} is no message.`);
  return message as Message;
}

const probe = (at: number, host: string, status = 404): Message =>
  read(at, `https://${host}/.well-known/oauth-authorization-server`, {}, status);

const sizes = (messages: readonly Message[]): readonly number[] =>
  loneGroups(messages).map(({ length }) => length);

describe('messages outside any login', () => {
  it('belong together at one server', () => {
    expect(sizes([probe(0, 'a.test'), probe(1, 'b.test'), probe(2, 'a.test')])).toEqual([2, 1]);
  });

  it('belong together for two minutes, from one to the next', () => {
    expect(sizes([0, 100, 200, 321].map((at) => probe(at, 'a.test')))).toEqual([3, 1]);
  });

  it('belong to the API that names their server', () => {
    const url = 'https://api.test/.well-known/oauth-protected-resource';
    const api = read(1, url, {
      resource: 'https://api.test',
      authorization_servers: ['https://a.test'],
    });
    expect(sizes([probe(0, 'a.test'), probe(0.5, 'b.test'), api])).toEqual([2, 1]);
    const named = read(2, 'https://a.test/.well-known/oauth-authorization-server', {
      issuer: 'https://a.test',
      registration_endpoint: 'https://b.test/register',
    });
    expect(sizes([api, named, probe(3, 'b.test')])).toEqual([3]);
  });

  it('make another attempt when the client asks again for what it got', () => {
    const again = [probe(0, 'a.test', 200), probe(1, 'a.test', 200), probe(2, 'a.test', 404)];
    expect(sizes(again)).toEqual([1, 1, 1]);
    expect(sizes([probe(0, 'a.test', 404), ...again])).toEqual([2, 1, 1]);
  });

  it('stay in order of time', () => {
    const [group] = loneGroups([0, 1, 2].map((at) => probe(at, 'a.test')));
    const times = group?.map((message) => message.exchange.startedAt) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('make groups of at most a hundred', () => {
    const many = Array.from({ length: 250 }, (_, at) => probe(at, 'a.test'));
    expect(sizes(many)).toEqual([100, 100, 50]);
  });
});
