import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { likelyIssuers } from '../../src/flow/facts/issuer.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange, login } from '../helpers/exchanges.ts';

const YEAR = 31_536_000;

function analyse(exchanges: readonly Exchange[]): readonly AnalysedFlow[] {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis.snapshot().flows;
}

const metadata = (authorization_endpoint: string, seconds = YEAR): Exchange => ({
  ...exchange(seconds, {
    url: 'https://as.example.com/somewhere/else',
    mode: 'no-cors',
    destination: 'other',
    answerBody: {
      issuer: 'https://issuer.example.com',
      authorization_endpoint,
      jwks_uri: 'https://as.example.com/the-keys',
    },
  }),
  onDemand: true,
});

describe('metadata that the user fetched', () => {
  const [first] = login();
  const endpoint = first?.request.url.split('?')[0] ?? '';

  it('names the server of an old login, in either order', () => {
    const fetched = metadata(endpoint);
    for (const order of [
      [...login(), fetched],
      [fetched, ...login()],
    ]) {
      const [analysed] = analyse(order);
      expect(analysed?.flow.authorizationServer).toBe('https://issuer.example.com');
      expect(analysed?.flow.messages.at(-1)?.exchange).toBe(fetched);
    }
  });

  it('serves every login at that server', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      exchange(index * 400, {
        url: `${endpoint}?response_type=code&client_id=c&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=state-number-${index}`,
      }),
    );
    const servers = analyse([...many, metadata(endpoint)]).map(
      ({ flow }) => flow.authorizationServer,
    );
    expect(servers).toEqual(many.map(() => 'https://issuer.example.com'));
  });

  it('leaves other servers alone', () => {
    const [analysed] = analyse([...login(), metadata('https://other.example.com/authorize')]);
    expect(analysed?.flow.metadata).toBeNull();
  });

  it('of the page counts within the same hour', () => {
    const { onDemand: _, ...seen } = metadata(endpoint);
    expect(analyse([...login(), seen])[0]?.flow.metadata).toBeNull();
  });
});

it('prefers the issuer of the ID token to the issuer that the endpoint suggests', () => {
  const part = (value: object) => btoa(JSON.stringify(value)).replace(/=+$/, '');
  const id_token = `${part({ alg: 'none' })}.${part({ iss: 'https://as.example.com/tenant' })}.`;
  const exchanges = login().map((one): Exchange => {
    if (!one.response || !one.request.url.endsWith('/token')) return one;
    const body = { text: JSON.stringify({ access_token: 'at', token_type: 'Bearer', id_token }) };
    return { ...one, response: { ...one.response, body } };
  });
  const [analysed] = analyse(exchanges);
  expect(analysed && likelyIssuers(analysed.flow)).toEqual([
    'https://as.example.com/tenant',
    'https://as.example.com',
  ]);
});
