import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../src/analysis/analysis.ts';
import { login } from '../../helpers/exchanges.ts';

// RFC 7636 appendix B.
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const digest = (data: string | Buffer) => createHash('sha256').update(data).digest();

function pkceOf(logins: readonly Parameters<typeof login>[0][]) {
  const analysis = createAnalysis();
  for (const sketch of logins) login(sketch).forEach(analysis.add);
  return analysis.snapshot().flows.at(-1)?.flow.facts.pkce[0];
}

describe('the fact of PKCE', () => {
  it('holds for the example of RFC 7636 appendix B', () => {
    expect(pkceOf([{ verifier: VERIFIER, challenge: CHALLENGE }])).toMatchObject({
      matches: true,
      manner: null,
      s256: CHALLENGE,
    });
  });

  it.each([
    ['challenge-sent-as-verifier', VERIFIER],
    ['padding', `${CHALLENGE}=`],
    ['base64-instead-of-base64url', digest(VERIFIER).toString('base64')],
    ['hex-instead-of-base64url', digest(VERIFIER).toString('hex')],
    [
      'hex-instead-of-base64url',
      Buffer.from(digest(VERIFIER).toString('hex')).toString('base64url'),
    ],
    ['double-hash', digest(digest(VERIFIER)).toString('base64url')],
    ['double-hash', digest(CHALLENGE).toString('base64url')],
    ['unexplained', digest('something else').toString('base64url')],
  ])('names the mistake: %s', (manner, challenge) => {
    expect(pkceOf([{ verifier: VERIFIER, challenge }])).toMatchObject({ matches: false, manner });
  });

  it('names the attempt that the verifier belongs to', () => {
    const first = { state: 'a-first-state-42', code: 'a-first-code-42' };
    const second = { at: 9, state: 'a-second-state-4', code: 'a-second-code-4' };
    const other = digest('the verifier of the second attempt').toString('base64url');
    expect(pkceOf([first, { ...second, challenge: other, verifier: VERIFIER }])).toMatchObject({
      matches: false,
      manner: 'verifier-of-another-attempt',
      otherFlow: expect.any(String),
    });
  });
});
