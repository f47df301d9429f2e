import type { Flow } from '../../flow/flow.ts';
import { describeDifference } from '../../words/differences.ts';
import { defineCheck, type Observation, parameter, rfc } from '../check.ts';

/** What some providers append behind "#", which is no part of the code. */
const APPENDED = /#(?:_=_)?$/;

export default defineCheck({
  title: 'The code that was sent is not the code that was received',
  severity: 'error',
  owner: 'client',
  basis: 'computed',
  effect: 'request-fails',
  why: 'The server compares the code character by character. It was decoded or encoded once too often, cut, or read together with what stands behind it.',
  fix: 'Read the code with new URL(location.href).searchParams.get("code"), and send it form-encoded with URLSearchParams.',
  specs: [rfc(6749, 'appendix B'), rfc(6749, '4.1.3')],
  aliases: ['response-parameters-damaged'],
  explains: [
    'token-error-invalid-grant',
    'token-error-invalid-request',
    'token-error-unknown-code',
    'code-expired-likely',
  ],
  subject: 'token-request',
  *check({ grant, params, response }, flow) {
    const sent = params.get('code');
    if (grant !== 'authorization_code' || !sent || response.outcome === 'tokens') return;
    const received = codesOf(flow);
    if (received.includes(sent)) {
      if (sent.includes(' ') && hasBarePlus(sent, flow)) yield PLUS;
      return;
    }
    for (const code of received) {
      const difference = differenceOf(sent, code);
      if (difference === null) continue;
      yield {
        at: parameter('code'),
        observed: `The code in the token request is not the one in the response: ${difference}.`,
        expected: `The ${code.length} characters of the response`,
      };
      return;
    }
  },
});

const PLUS: Observation = {
  at: parameter('code'),
  title: 'A "+" in the code became a space',
  observed:
    'The URL of the response has a "+" in the code that is not percent-encoded. A client reads it as a space, and that is what the token request has.',
  expected: 'A "+" that is encoded as %2B',
  owner: 'authorization server',
  why: 'The parameters of a response are form-encoded, and in that encoding a "+" stands for a space.',
  fix: 'Percent-encode the code in the redirect, or issue codes in base64url, which has no "+".',
  certainty: 'likely',
};

/** Whether the response had this code with a "+" where the client read a space. */
function hasBarePlus(code: string, { responses }: Flow): boolean {
  return responses.some(({ wire }) =>
    wire.pairs.some(
      ({ name, value, raw }) => name === 'code' && value === code && raw.includes('+'),
    ),
  );
}

/** The codes of the responses, as they were issued and as they arrived. */
function codesOf({ responses }: Flow): readonly string[] {
  const all = responses.flatMap(({ params, issuedParams }) => [
    params.get('code') ?? '',
    issuedParams?.get('code') ?? '',
  ]);
  return [...new Set(all.filter(Boolean))];
}

function differenceOf(sent: string, received: string): string | null {
  const bare = sent.replace(APPENDED, '');
  if (bare !== sent && bare === received.replace(APPENDED, ''))
    return `it has ${JSON.stringify(sent.slice(bare.length))} at its end`;
  return describeDifference(sent, received);
}
