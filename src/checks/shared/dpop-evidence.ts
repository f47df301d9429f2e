import { asHtu } from '../../flow/facts/dpop-refusal.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { dpopProof } from '../../oauth/values/dpop.ts';
import { quote } from '../../words/quote.ts';
import type { Evidence } from './evidence.ts';

/**
 * What a refused proof shows that names the URL to which it was sent: behind a proxy the server may
 * take another URL for its own. Null when the server gives another reason.
 */
export function dpopEvidence({ exchange, response }: TokenRequest): Evidence | null {
  const htu = dpopProof(exchange)?.htu ?? null;
  const here = asHtu(exchange.request.url);
  if (htu === null || here === null || asHtu(htu) !== here) return null;
  if (!/\bhtu\b|\bur[il]\b/i.test(response.errorDescription ?? '')) return null;
  return {
    told: `htu of the proof is ${quote(htu)}, the URL that the request was sent to.`,
    owner: 'authorization server',
    fix: 'Let the server know its public URL: behind a proxy it compares htu with the URL inside, unless it trusts X-Forwarded-Proto and X-Forwarded-Host or its public URL is configured.',
  };
}
