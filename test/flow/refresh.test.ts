import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { login } from '../helpers/exchanges.ts';
import { form, sent } from '../traffic/sketch.ts';

const TOKEN = 'https://as.example.com/token';
const FIRST = 'refresh-of-SplxlOBeZQQYbYS6WxSbIA';

const refreshed = (at: number, old: string, next?: string, more = {}): Exchange =>
  sent(at, TOKEN, {
    body: form({ grant_type: 'refresh_token', client_id: 's6BhdRkqt3', refresh_token: old }),
    answerBody: { access_token: `a-${at}`, token_type: 'Bearer', refresh_token: next },
    ...more,
  });

const used = (at: number, token: string): Exchange =>
  sent(at, 'https://api.example.com/more', { headers: { authorization: `Bearer ${token}` } });

/** What each flow sent to the token endpoint, in order. */
function presented(exchanges: readonly Exchange[]) {
  return snapshotOf(exchanges).flows.map(({ flow }) =>
    flow.tokenRequests.map(({ params }) => params.get('refresh_token') ?? params.get('code')),
  );
}

describe('the lineage of refresh tokens', () => {
  const code = 'SplxlOBeZQQYbYS6WxSbIA';

  it('stays in the flow that issued the first of them, in order, with the calls between', () => {
    const chain = [
      ...login(),
      refreshed(70, FIRST, 'r-2'),
      used(71, 'a-70'),
      refreshed(140, 'r-2', 'r-3'),
      used(141, 'a-140'),
    ];
    expect(presented(chain)).toEqual([[code, FIRST, 'r-2']]);
    const [flow] = snapshotOf(chain).flows;
    expect(flow?.flow.messages.slice(-4).map(({ kind }) => kind)).toEqual([
      'token-request',
      'api-call',
      'token-request',
      'api-call',
    ]);
  });

  it('branches when several tabs refresh at once', () => {
    const at = [refreshed(70, FIRST, 'r-2a'), refreshed(70.1, FIRST, 'r-2b')];
    const chain = [...login(), ...at, refreshed(140, 'r-2b', 'r-3'), refreshed(141, 'r-2a')];
    expect(presented(chain)).toEqual([[code, FIRST, FIRST, 'r-2b', 'r-2a']]);
  });

  it('includes a token that was used again after its rotation', () => {
    const refused = { status: 400, answerBody: { error: 'invalid_grant' } };
    const chain = [
      ...login(),
      refreshed(70, FIRST, 'r-2'),
      refreshed(90, FIRST, undefined, refused),
    ];
    expect(presented(chain)).toEqual([[code, FIRST, FIRST]]);
    const [analysed] = snapshotOf(chain).flows;
    expect(analysed?.verdict.cause?.check).toBe('refresh-token-reused');
  });

  it('holds together when the login was not seen', () => {
    const chain = [refreshed(0, 'r-1', 'r-2'), refreshed(1, 'r-1', 'r-2b'), refreshed(70, 'r-2b')];
    expect(presented(chain)).toEqual([['r-1', 'r-1', 'r-2b']]);
    expect(snapshotOf(chain).flows[0]?.flow.grant).toBe('refresh_token');
  });

  it('keeps two logins of one client apart', () => {
    const other = login({ at: 5, state: 'another-state-value', code: 'another-code-value' });
    const chain = [
      ...login(),
      ...other,
      refreshed(70, 'refresh-of-another-code-value', 'o-2'),
      refreshed(71, FIRST, 'r-2'),
    ];
    expect(presented(chain)).toEqual([
      [code, FIRST],
      ['another-code-value', 'refresh-of-another-code-value'],
    ]);
  });
});
