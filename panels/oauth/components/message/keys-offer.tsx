import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import { stringMember } from '../../../../src/oauth/values/json.ts';
import type { Jwt } from '../../../../src/oauth/values/jwt.ts';
import { useStore } from '../../model/context.ts';
import {
  keySetPlace,
  metadataPlaces,
  unfitKeySet,
  unfitMetadata,
} from '../../view/server-documents.ts';
import { FetchOffer } from '../common/fetch-offer.tsx';

/** Whether the keys of the flow's server are what is missing to verify a token. */
export function lacksKeys(jwt: Jwt, { flow }: AnalysedFlow): boolean {
  const signature = flow.recording.signatureOf(jwt);
  if (signature.is !== 'unknown' || signature.because !== 'no-keys') return false;
  const issuer = stringMember(flow.metadata?.metadata ?? null, 'issuer');
  return issuer === null || stringMember(jwt.claims, 'iss') === issuer;
}

/** A button that fetches the keys which verify a token, or first the metadata that names them. */
export function KeysOffer({
  jwt,
  analysed,
}: {
  readonly jwt: Jwt;
  readonly analysed: AnalysedFlow;
}) {
  const store = useStore();
  // The servers of the demo do not exist.
  if (store.file.value?.invented || !lacksKeys(jwt, analysed)) return null;
  const place = keySetPlace(analysed);
  if (place !== null) {
    return (
      <FetchOffer
        key={place}
        text="Grantscope can fetch the keys of this server and verify the signatures of its tokens."
        places={[place]}
        unfit={unfitKeySet}
      />
    );
  }
  if (analysed.flow.metadata !== null || analysed.flow.request === null) return null;
  return (
    <FetchOffer
      key="metadata"
      text="Grantscope can fetch the metadata of this server, which names its keys. With the keys it can verify the signatures of its tokens."
      places={metadataPlaces(analysed)}
      unfit={(exchange) => unfitMetadata(exchange, analysed)}
    />
  );
}
