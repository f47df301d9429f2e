import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Obstacle, Signature } from '../../../../src/flow/signatures.ts';
import type { Jwt } from '../../../../src/oauth/values/jwt.ts';
import { visible } from '../../view/visible.ts';
import { KeysOffer } from './keys-offer.tsx';

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  pending: 'it is being verified',
  'no-issuer': 'it does not name its issuer',
  'no-keys': 'the keys of its issuer were not recorded',
  'not-whole': 'its signature was shortened or replaced',
  sealed: 'its provider lets only its own APIs verify it',
  unsupported: 'this browser cannot use the key or the algorithm',
};

function Mono({ children }: { readonly children: string }) {
  return <span class="mono">{visible(children)}</span>;
}

function Known({ signature }: { readonly signature: Exclude<Signature, { is: 'unknown' }> }) {
  switch (signature.is) {
    case 'verified':
      return (
        <span class="ok">
          ✔ The signature is verified with {signature.kid === null ? 'a key' : 'the key '}
          {signature.kid !== null && <Mono>{signature.kid}</Mono>} of{' '}
          <Mono>{signature.set.url}</Mono>.
        </span>
      );
    case 'invalid':
      return (
        <span class="bad">
          ✖ The signature does not match the key of <Mono>{signature.set.url}</Mono>.
        </span>
      );
    case 'other-issuer':
      return (
        <span class="bad">
          ✖ A key of another issuer made the signature: <Mono>{signature.kid}</Mono> of{' '}
          <Mono>{signature.set.issuer ?? signature.set.url}</Mono>.
        </span>
      );
    case 'other-algorithm':
      return (
        <span class="bad">
          ✖ The key that it names in <Mono>{signature.set.url}</Mono> is not for this algorithm.
        </span>
      );
    case 'no-key':
      return (
        <span>
          ◌ Not verified: <Mono>{signature.set.url}</Mono> has no key for this token.
        </span>
      );
    case 'own-key':
      return <span class="ok">✔ The signature is verified with the key in its header.</span>;
    case 'not-own-key':
      return <span class="bad">✖ The key in its header did not make the signature.</span>;
    case 'by-secret':
      return <span class="ok">✔ The signature is verified with the client secret.</span>;
    case 'not-by-secret':
      return (
        <span class="bad">✖ The recorded secret of the client did not make the signature.</span>
      );
    case 'unsigned':
      return <span class="bad">✖ It is not signed.</span>;
    case 'shared-secret':
      return <span>◌ Not verified: it is made with a secret that only two parties know.</span>;
  }
}

interface Props {
  readonly jwt: Jwt;
  readonly signature: Signature;
  readonly analysed: AnalysedFlow;
  /** Whether missing keys can be fetched right here. Not where the whole view has that button. */
  readonly canFetch: boolean;
}

/** Whether a token's signature is valid, or what is missing to know it. */
export function SignatureLine({ jwt, signature, analysed, canFetch }: Props) {
  if (signature.is !== 'unknown') {
    return (
      <p role="status" data-testid="signature" data-result={signature.is}>
        <Known signature={signature} />
      </p>
    );
  }
  return (
    <>
      <p class="quiet" data-testid="signature" data-result={signature.because}>
        Decoded; its signature is not verified: {OBSTACLES[signature.because]}.
      </p>
      {canFetch && <KeysOffer jwt={jwt} analysed={analysed} />}
    </>
  );
}
