import { useEffect, useState } from 'preact/hooks';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import type { Jwt } from '../../../../src/oauth/values/jwt.ts';
import type { SignatureResult } from '../../../../src/oauth/values/signature.ts';
import { useStore } from '../../model/context.ts';
import { keySetFrom, keySetPlace, keysIn } from '../../view/server-documents.ts';
import { visible } from '../../view/visible.ts';

async function verify(jwt: Jwt, keySet: Exchange): Promise<SignatureResult> {
  const { verifySignature } = await import('../../../../src/oauth/values/signature.ts');
  return verifySignature(jwt, keysIn(keySet) ?? []);
}

function Result({ result, place }: { result: SignatureResult; place: string }) {
  const where = <span class="mono">{visible(place)}</span>;
  switch (result.is) {
    case 'verified':
      return (
        <span class="ok">
          ✔ The signature is verified with {result.kid === null ? 'a key' : 'the key '}
          {result.kid !== null && <span class="mono">{visible(result.kid)}</span>} of {where}.
        </span>
      );
    case 'failed':
      return <span class="bad">✖ The signature does not match the key of {where}.</span>;
    case 'unknown-key':
      return <span>◌ Not verified: {where} has no key for this token.</span>;
    default:
      return <span>◌ Not verified: {visible(result.reason)}.</span>;
  }
}

/** Tokens that the authorization server signs. Clients sign the others. */
const BY_SERVER = new Set(['id_token', 'access_token']);

interface Props {
  readonly jwt: Jwt;
  readonly name: string;
  readonly analysed: AnalysedFlow;
}

/** Shows whether a token's signature is valid, once the user asks and the keys are known. */
export function Signature({ jwt, name, analysed }: Props) {
  const store = useStore();
  const [result, setResult] = useState<SignatureResult | null>(null);
  const place = keySetPlace(analysed);
  const keySet = place === null ? null : keySetFrom(place, store.flows.value);
  useEffect(() => setResult(null), [jwt.compact, keySet?.id]);
  if (result && place !== null) {
    return (
      <p role="status" data-testid="signature" data-result={result.is}>
        <Result result={result} place={place} />
      </p>
    );
  }
  return (
    <p class="quiet">
      Decoded; its signature is not verified.{' '}
      {place !== null && keySet !== null && BY_SERVER.has(name) && (
        <button
          type="button"
          class="plain wraps"
          onClick={() => void verify(jwt, keySet).then(setResult)}
        >
          Verify it with the keys of <span class="mono">{visible(place)}</span>
        </button>
      )}
    </p>
  );
}
