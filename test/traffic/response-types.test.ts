import { describe, expect, it } from 'vitest';
import { APP, AS, CROSS, spa } from './clients.ts';
import { asked, responsesOf } from './responses.ts';
import { form, idToken, page, redirect, requestUrl, responseUrl, valuesOf } from './sketch.ts';
import { clean, summary } from './summary.ts';

const { state, code, client, nonce } = valuesOf(spa);

const front = (at: number) => ({
  access_token: 'access-token-of-the-front-channel',
  token_type: 'Bearer',
  expires_in: '3600',
  id_token: idToken(at, { iss: AS, aud: client, nonce, at_hash: 'x', c_hash: 'y' }),
  code,
});

describe('response types', () => {
  it.each([
    ['token', ['access_token', 'token_type', 'expires_in'], 'implicit', 'succeeded'],
    ['id_token', ['id_token'], 'implicit', 'succeeded'],
    [
      'id_token token',
      ['id_token', 'access_token', 'token_type', 'expires_in'],
      'implicit',
      'succeeded',
    ],
    ['code id_token', ['code', 'id_token'], 'hybrid', 'unknown'],
    ['code token', ['code', 'access_token', 'token_type', 'expires_in'], 'hybrid', 'unknown'],
    [
      'code id_token token',
      ['code', 'id_token', 'access_token', 'token_type', 'expires_in'],
      'hybrid',
      'unknown',
    ],
  ] as const)('%s', (responseType, names, grant, outcome) => {
    const values = front(0.2) as Record<string, string>;
    const response = form({
      ...Object.fromEntries(names.map((name) => [name, values[name]])),
      state,
    });
    const url = asked({
      response_type: responseType,
      code_challenge: responseType.includes('code') ? valuesOf(spa).challenge : undefined,
      code_challenge_method: responseType.includes('code') ? 'S256' : undefined,
    });
    const exchanges = [
      redirect(0, url, `${APP}/cb#${response}`),
      page(0.3, `${APP}/cb#${response}`, { headers: CROSS }),
    ];
    const [flow] = summary(exchanges).flows;
    expect(flow).toMatchObject({ grant, outcome });
    expect(flow?.held.filter((one) => one !== 'implicit-flow-used')).toEqual([]);
  });

  it('none: the response has only the state', () => {
    const url = requestUrl({
      ...spa,
      request: {
        response_type: 'none',
        code_challenge: undefined,
        code_challenge_method: undefined,
        nonce: undefined,
      },
    });
    const target = `${APP}/cb?state=${state}`;
    const exchanges = [redirect(0, url, target), page(0.2, target, { headers: CROSS })];
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
    expect(responsesOf(exchanges)).toMatchObject([{ delivered: true, issued: true, state }]);
    expect(responsesOf(exchanges.slice(0, 1))).toMatchObject([{ delivered: false, issued: true }]);
  });

  it('does not change the pages of other response types', () => {
    const exchanges = [
      redirect(0, asked({}), responseUrl(spa)),
      page(0.2, responseUrl(spa), { headers: CROSS }),
    ];
    expect(responsesOf(exchanges)).toMatchObject([{ delivered: true, issued: true, code }]);
  });
});
