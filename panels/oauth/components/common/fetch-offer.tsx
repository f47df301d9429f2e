import { useEffect, useRef, useState } from 'preact/hooks';
import type { Exchange } from '../../../../src/http/exchange.ts';
import { fetchDocument } from '../../actions/fetch-document.ts';
import { useStore } from '../../model/context.ts';
import { visible } from '../../view/visible.ts';
import { CopyButton } from './copy-button.tsx';

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly url: string }
  | { readonly is: 'failed'; readonly url: string; readonly reason: string };

type Unfit = (exchange: Exchange) => string | null;

/** Fetches a document into the recording. Leaving the view cancels it. */
function useFetch(unfit: Unfit) {
  const store = useStore();
  const [state, setState] = useState<State>({ is: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const cancel = () => {
    abort.current?.abort();
    setState({ is: 'idle' });
  };
  useEffect(() => () => abort.current?.abort(), []);
  const load = async (url: string) => {
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    const session = store.session.value;
    setState({ is: 'busy', url });
    try {
      const fetched = await fetchDocument(url, mine.signal);
      const reason = fetched.ok ? unfit(fetched.exchange) : fetched.reason;
      if (reason !== null) setState({ is: 'failed', url, reason });
      else if (fetched.ok) {
        session.add([fetched.exchange]);
        session.hurry();
        store.say('Fetched', { seen: false });
      }
    } catch (error) {
      if (!mine.signal.aborted) setState({ is: 'failed', url, reason: String(error) });
    }
  };
  return { state, load, cancel };
}

function FetchButton(props: {
  readonly url: string;
  readonly load: (url: string) => Promise<void>;
  readonly testId: string;
}) {
  const { url, load, testId } = props;
  return (
    <button type="button" class="plain wraps" data-testid={testId} onClick={() => void load(url)}>
      Fetch <span class="mono">{visible(url)}</span>
    </button>
  );
}

interface Offer {
  readonly text: string;
  readonly places: readonly string[];
  readonly unfit: Unfit;
}

/** Buttons that show the whole URL, because pressing one opens a connection. */
export function FetchOffer({ text, places, unfit }: Offer) {
  const { state, load, cancel } = useFetch(unfit);
  const store = useStore();
  const live = store.file.value === null;
  const [first, ...others] = places;
  if (first === undefined) return null;
  if (state.is === 'busy') {
    return (
      <p role="status">
        Fetching <span class="mono">{visible(state.url)}</span> …{' '}
        <button type="button" class="plain" onClick={cancel}>
          Cancel
        </button>
      </p>
    );
  }
  return (
    <>
      <p class="quiet">{text}</p>
      <p>
        <FetchButton url={first} load={load} testId="fetch" />
      </p>
      {others.length > 0 && (
        <details>
          <summary class="quiet">Other places where it may be</summary>
          {others.map((url) => (
            <p key={url}>
              <FetchButton url={url} load={load} testId="fetch-elsewhere" />
            </p>
          ))}
        </details>
      )}
      {state.is === 'failed' && (
        <p role="alert" data-testid="fetch-failed">
          <span class="bad">✖ {visible(state.url)} could not be used:</span> {visible(state.reason)}
          .{live && ' Opened in the inspected tab, it is recorded like any page.'}{' '}
          <CopyButton text={() => state.url}>Copy URL</CopyButton>
        </p>
      )}
    </>
  );
}
