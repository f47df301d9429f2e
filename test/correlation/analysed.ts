import { createAnalysis } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from '../helpers/exchanges.ts';

/** The snapshot after these exchanges arrived in this order. */
export function analyse(exchanges: readonly Exchange[]) {
  const analysis = createAnalysis();
  for (const one of exchanges) analysis.add(one);
  return analysis.snapshot();
}

/** The metadata request of a page to the server of the logins. */
export function metadata(at: number): Exchange {
  return exchange(at, {
    url: 'https://as.example.com/.well-known/openid-configuration',
    destination: 'empty',
    mode: 'cors',
    answerBody: {
      issuer: 'https://as.example.com',
      authorization_endpoint: 'https://as.example.com/authorize',
      token_endpoint: 'https://as.example.com/token',
    },
  });
}
