import { describe, expect, it } from 'vitest';
import { s256 } from '../../src/http/digest.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { APP } from './clients.ts';
import { sessionFlows } from './session-flows.ts';
import { exchangeOf, form, idToken } from './sketch.ts';

const WEB = { 'sec-fetch-dest': 'webidentity' };
const idp = 'https://accounts.idp.example.com';

const fedcm = (assertion: Partial<Parameters<typeof exchangeOf>[1]>): Exchange[] => {
  const get = (at: number, url: string, answerBody: object) =>
    exchangeOf(at, {
      url,
      headers: WEB,
      destination: 'other',
      mode: 'no-cors',
      answer: { 'content-type': 'application/json' },
      answerBody,
    });
  return [
    get(0, 'https://idp.example.com/.well-known/web-identity', {
      provider_urls: [`${idp}/fedcm.json`],
    }),
    get(0.1, `${idp}/fedcm.json`, {
      accounts_endpoint: '/accounts',
      id_assertion_endpoint: '/assertion',
      login_url: '/login',
    }),
    get(0.2, `${idp}/accounts`, {
      accounts: [{ id: '1234', name: 'Jane Doe', email: 'janedoe@example.com' }],
    }),
    get(0.3, `${idp}/client?client_id=client1234`, { privacy_policy_url: `${APP}/privacy` }),
    exchangeOf(4, {
      url: `${idp}/assertion`,
      headers: { ...WEB, origin: APP },
      destination: 'other',
      mode: 'cors',
      body: form({
        client_id: 'client1234',
        nonce: s256('n').slice(0, 22),
        account_id: '1234',
        disclosure_text_shown: 'true',
      }),
      answer: {
        'content-type': 'application/json',
        'access-control-allow-origin': APP,
        'access-control-allow-credentials': 'true',
      },
      ...assertion,
    }),
  ];
};

describe('FedCM', () => {
  it.each([
    [
      'a token',
      { answerBody: { token: idToken(4, { iss: idp, aud: 'client1234' }) } },
      'succeeded',
    ],
    [
      'an error',
      { status: 401, answerBody: { error: { code: 'access_denied', url: `${idp}/help` } } },
      'failed',
    ],
    ['a page to go on with', { answerBody: { continue_on: `${idp}/continue` } }, 'unfinished'],
    ['no answer that was recorded', { status: null }, 'unknown'],
  ] as const)('the assertion endpoint answers %s', (_, assertion, outcome) => {
    const flows = sessionFlows(fedcm(assertion));
    expect(flows).toEqual([
      {
        grant: 'fedcm',
        outcome,
        relation: null,
        parent: null,
        kinds: Array(5).fill('fedcm-request').join(' '),
        held: outcome === 'failed' ? ['fedcm-request-failed'] : [],
      },
    ]);
  });

  it('is not finished when no account was chosen', () => {
    expect(sessionFlows(fedcm({}).slice(0, 4))).toMatchObject([
      { grant: 'fedcm', outcome: 'unfinished' },
    ]);
  });
});
