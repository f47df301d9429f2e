import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { analyse } from '../helpers/analyse.ts';
import { withoutStatus } from '../helpers/exchanges.ts';
import { APP, AS, spa } from './clients.ts';
import { call, form, frontChannel, login, redeemed, sent, valuesOf } from './sketch.ts';
import { clean, summary } from './summary.ts';

const API = 'https://api.example.com/orders';

const token = `access-${valuesOf(spa).code}`;
const authorization = { authorization: `Bearer ${token}` };

const lost = (...more: Parameters<typeof redeemed>): Exchange => withoutStatus(redeemed(...more));

describe('Firefox lost the status of an answer', () => {
  it('with tokens: the login succeeded', () => {
    const exchanges = [...frontChannel(spa), lost(spa)];
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('of every exchange: the login still succeeded', () => {
    const calls = call(6, APP, API, { headers: authorization, answerBody: [] });
    const exchanges = [...login(spa), calls].map(withoutStatus);
    expect(summary(exchanges)).toEqual({ flows: [clean('succeeded')], outside: [] });
  });

  it('with an error: the error is explained', () => {
    const answerBody = { error: 'invalid_client', error_description: 'unknown client' };
    const exchanges = [...frontChannel(spa), lost(spa, { answerBody })];
    expect(summary(exchanges).flows).toMatchObject([
      { outcome: 'failed', cause: 'token-error-invalid-client' },
    ]);
    const { findings } = analyse(exchanges);
    expect(findings.map(({ observed }) => observed)).toContain(
      'The token endpoint answered "invalid_client" (status unknown): "unknown client".',
    );
  });

  it('with neither: the outcome is unknown', () => {
    for (const answerBody of [{ message: 'no' }, 'service is down', '']) {
      const exchanges = [...frontChannel(spa), lost(spa, { answerBody })];
      expect(summary(exchanges)).toEqual({ flows: [clean('unknown')], outside: [] });
    }
  });

  it('of a pushed request: its refusal ends the login', () => {
    const pushed = sent(0, `${AS}/par`, {
      method: 'POST',
      body: form({
        client_id: 'client-of-the-app',
        response_type: 'code',
        redirect_uri: `${APP}/cb`,
        scope: 'openid',
      }),
      answerBody: { error: 'invalid_request' },
    });
    const [flow] = summary([withoutStatus(pushed)]).flows;
    expect(flow?.outcome).toBe('failed');
  });

  it('of a call: its challenge shows the refusal', () => {
    const answer = { 'www-authenticate': 'Bearer error="invalid_token"' };
    const refused = withoutStatus(call(6, APP, API, { headers: authorization, answer }));
    expect(summary([...login(spa), refused]).flows).toMatchObject([
      { outcome: 'succeeded', held: ['api-401-invalid-token'] },
    ]);
  });

  it('of the call that was repeated: a refusal before it was a step', () => {
    const answer = { 'www-authenticate': 'Bearer error="invalid_token"' };
    const refused = call(6, APP, API, { status: 401, headers: authorization, answer });
    const again = withoutStatus(call(7, APP, API, { headers: authorization, answerBody: [] }));
    expect(summary([...login(spa), refused, again]).flows).toEqual([clean('succeeded')]);
  });
});
