import { dpopProof } from '../../../oauth/values/dpop.ts';
import { stringMember } from '../../../oauth/values/json.ts';
import { span } from '../../../words/times.ts';
import type { Flow } from '../../flow.ts';
import { firstUse } from '../dpop-keys.ts';
import { asHtu, isSameHtu, PROOF_WINDOW, type WithProof } from '../dpop-refusal.ts';
import { serverTime } from '../id-token.ts';
import { type ClaimComparison, differs, match, unknown } from './claim-comparison.ts';

/**
 * What a server compares of a DPoP proof besides its key and `ath`, which `compared/` compares (RFC
 * 9449 section 4.3).
 */
export function comparedProof(message: WithProof, flow: Flow): readonly ClaimComparison[] {
  const proof = dpopProof(message.exchange);
  if (!proof) return [];
  const { method, url } = message.exchange.request;
  const { htm, htu, iat } = proof;
  return [
    ...typeOf(stringMember(proof.jwt.header, 'typ')),
    ...(htm === null
      ? []
      : [
          htm === method
            ? match('htm', 'the method of the request')
            : differs(
                { name: 'htm', other: { name: 'method', value: method } },
                'the request has another method',
              ),
        ]),
    ...(htu === null
      ? []
      : [
          isSameHtu(htu, url)
            ? match('htu', 'the URL of the request')
            : differs(
                { name: 'htu', other: { name: 'URL', value: asHtu(url) ?? url } },
                'the request went to another URL',
              ),
        ]),
    ...(iat === null ? [] : [issued(iat, serverTime(message.exchange))]),
    ...nonceOf(message, flow, proof.nonce),
    ...(proof.jti === null
      ? []
      : [
          firstUse(message, flow) === null
            ? match('jti', 'not seen before in this flow')
            : differs('jti', 'an earlier request has the same proof'),
        ]),
  ];
}

function typeOf(typ: string | null): ClaimComparison[] {
  const at = { part: 'header', name: 'typ' } as const;
  if (typ === null) return [];
  return [
    /^(?:application\/)?dpop\+jwt$/i.test(typ)
      ? match(at, 'the type of DPoP proofs')
      : differs(at, 'a DPoP proof has dpop+jwt'),
  ];
}

function issued(iat: number, now: number | null): ClaimComparison {
  if (now === null) return unknown('iat', 'the response does not show the time of the server');
  const off = iat * 1_000 - now;
  const told = `${span(off)} ${off > 0 ? 'after' : 'before'} the time of the server`;
  return Math.abs(off) < PROOF_WINDOW ? match('iat', told) : differs('iat', told);
}

function nonceOf(message: WithProof, flow: Flow, nonce: string | null): ClaimComparison[] {
  if (nonce === null) return [];
  const fact = flow.facts.dpop.find((one) => flow.messages[one.message] === message);
  return [
    typeof fact?.nonceFrom === 'number'
      ? match('nonce', `the server gave it in step ${fact.nonceFrom + 1}`)
      : unknown('nonce', 'the response that gave it was not recorded'),
  ];
}
