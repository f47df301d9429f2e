import { describe, expect, it } from 'vitest';
import { describeDifference, describeFault } from '../../src/words/differences.ts';

const CALLBACK = 'https://client.example.com/callback';

describe('describeDifference', () => {
  it.each([
    ['http://client.example.com/callback', 'the scheme is http instead of https'],
    [
      'https://www.client.example.com/callback',
      'the host is www.client.example.com instead of client.example.com',
    ],
    ['https://cilent.example.com/callback', 'in the host, two characters are swapped'],
    ['https://client.example.com:8443/callback', 'it has the port 8443'],
    ['https://client.example.com/callback/', 'it has a slash more at the end'],
    ['https://client.example.com/Callback', 'upper and lower case differ'],
    ['https://client.example.com/calback', 'in the path, it lacks one character'],
    ['https://client.example.com/callback?tenant=1', 'the query differs'],
    ['http://client.example.com/oauth', 'the scheme is http instead of https'],
    ['https%3A%2F%2Fclient.example.com%2Fcallback', 'it is percent-encoded once more'],
    ['undefined', 'it is what an empty variable turns into'],
    ['https://client.examp', 'in the host, its end is cut off'],
  ])('%s: %s', (sent, words) => {
    expect(describeDifference(sent, CALLBACK)).toBe(words);
  });

  it('names both of two loopback hosts', () => {
    expect(describeDifference('http://127.0.0.1/cb', 'http://localhost/cb')).toBe(
      'the host is 127.0.0.1 instead of localhost',
    );
  });

  it.each([
    ['another path', 'https://client.example.com/oauth'],
    ['another host', 'https://attacker.example.net/callback'],
  ])('says nothing of %s, which shows by itself', (_, sent) => {
    expect(describeDifference(sent, CALLBACK)).toBeNull();
  });

  it('names both ports', () => {
    expect(describeDifference('http://localhost:4000/cb', 'http://localhost:3000/cb')).toBe(
      'the port is 4000 instead of 3000',
    );
    expect(describeDifference('http://localhost/cb', 'http://localhost:3000/cb')).toBe(
      'the port 3000 is missing',
    );
  });

  it('counts what is left of a value, and does not quote it', () => {
    expect(describeDifference('SlxlOBeZ', 'SlxlOBeZQQYbYS6WxSbIA')).toBe(
      'it is only the first 8 characters of 21',
    );
  });

  it('says nothing of values that have nothing to do with each other', () => {
    expect(describeDifference('Zq8Yw3Lk0pVn', 'af0ifjsldkj8Xq2')).toBeNull();
    expect(describeDifference(CALLBACK, CALLBACK)).toBeNull();
  });
});

describe('describeFault', () => {
  it('says what no value can be', () => {
    expect(describeFault('{{client_id}}')).toBe('it is a placeholder that nobody replaced');
    expect(describeFault('s6BhdRkqt3')).toBeNull();
  });
});
