import { describe, expect, it } from 'vitest';
import { answerText } from '../../../src/flow/facts/answer-text.ts';
import { recognise } from '../../../src/oauth/recognise.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { type ExchangeSketch, exchange } from '../../helpers/exchanges.ts';

const TOKEN: ExchangeSketch = {
  url: 'https://server.example.com/token',
  body: 'grant_type=authorization_code&code=c0de-9&client_id=app',
  status: 400,
};

/** What is read of the first message of an exchange. */
function readOf(sketch: ExchangeSketch): readonly string[] {
  const [message] = recognise(exchange(0, sketch));
  if (!message) throw new Error('no message');
  return answerText(message as Parameters<typeof answerText>[0]).split('\n');
}

describe('answerText', () => {
  it('has error and its description first, then the other members', () => {
    const answerBody = {
      error_codes: [7000215, 50011],
      error_description: 'Wrong secret.',
      error: 'invalid_client',
      suberror: 'basic_action',
    };
    expect(readOf({ ...TOKEN, answerBody })).toEqual([
      'invalid_client: Wrong secret.',
      'error_codes 7000215',
      'error_codes 50011',
      'suberror basic_action',
    ]);
  });

  it('has the members of inner objects', () => {
    const answerBody = { error: { message: 'Expired.', code: 190, error_subcode: 463 } };
    expect(readOf({ ...TOKEN, answerBody })).toEqual([
      'message Expired.',
      'code 190',
      'error_subcode 463',
    ]);
  });

  it('reads a form', () => {
    const answerBody =
      'error=bad_code&error_description=The+code+is+wrong.&error_uri=https%3A%2F%2Fserver.test';
    expect(readOf({ ...TOKEN, answerBody })).toEqual([
      'bad_code: The code is wrong.',
      'error_uri https://server.test',
    ]);
  });

  it('has the challenge before a page', () => {
    const answer = {
      'content-type': 'text/html',
      'www-authenticate': 'Bearer error="invalid_token", error_description="Expired."',
    };
    expect(readOf({ ...TOKEN, answer, answerBody: '<p>Sorry.</p>' })).toEqual([
      'invalid_token: Expired.',
      'Sorry.',
    ]);
  });

  it('has the errors of an authorization response and none of its codes', () => {
    const url =
      'https://app.example.com/cb?error=access_denied&error_description=No.&error_subcode=7&state=s7ate';
    const authorize =
      'https://server.example.com/authorize?response_type=code&client_id=app&state=s7ate&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb';
    const [found] = snapshotOf([exchange(0, { url: authorize }), exchange(1, { url })]).flows;
    const response = found?.flow.responses[0];
    expect(response && answerText(response)).toBe('access_denied: No.\nerror_subcode 7');
  });

  it('stays short', () => {
    const answerBody = { error: 'x', list: Array.from({ length: 1_000 }, () => 'y'.repeat(2_000)) };
    expect(readOf({ ...TOKEN, answerBody }).join('\n').length).toBeLessThanOrEqual(4_000);
  });
});
