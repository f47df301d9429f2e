import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import { useStore } from '../../model/context.ts';
import {
  hasSignedToken,
  keySetFrom,
  keySetPlace,
  metadataPlaces,
  unfitKeySet,
  unfitMetadata,
} from '../../view/server-documents.ts';
import { timeOfDay } from '../../view/time.ts';
import { visible } from '../../view/visible.ts';
import { FetchOffer } from '../common/fetch-offer.tsx';

function Origin({ what, exchange }: { readonly what: string; readonly exchange: Exchange }) {
  if (!exchange.onDemand) return null;
  return (
    <p class="quiet">
      {what} fetched by Grantscope at {timeOfDay(exchange.startedAt)}, not by the page:{' '}
      <span class="mono">{visible(exchange.request.url)}</span>. It goes with the recording.
    </p>
  );
}

/** The recorded documents of the flow's server, and buttons to fetch the others. */
export function ServerDocuments({ analysed }: { readonly analysed: AnalysedFlow }) {
  const store = useStore();
  const { metadata } = analysed.flow;
  const place = keySetPlace(analysed);
  const keySet = place === null ? null : keySetFrom(place, store.flows.value);
  // The servers of the demo do not exist.
  if (store.file.value?.invented) return null;
  const wantsMetadata = metadata === null && analysed.flow.request !== null;
  const wantsKeys = keySet === null && (metadata?.exchange.onDemand || hasSignedToken(analysed));
  return (
    <section class="server-documents" aria-label="Server metadata">
      {wantsMetadata && (
        <FetchOffer
          key="metadata"
          text="The metadata of this server was not recorded. With it, more can be compared: issuer, endpoints, keys."
          places={metadataPlaces(analysed)}
          unfit={(exchange) => unfitMetadata(exchange, analysed)}
        />
      )}
      {metadata && <Origin what="Metadata" exchange={metadata.exchange} />}
      {place !== null && wantsKeys && (
        <FetchOffer
          key={place}
          text="The keys of this server were not recorded. With them, signatures can be verified."
          places={[place]}
          unfit={unfitKeySet}
        />
      )}
      {keySet && <Origin what="Keys" exchange={keySet} />}
    </section>
  );
}
