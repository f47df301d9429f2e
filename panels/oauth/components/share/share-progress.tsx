import { useEffect, useState } from 'preact/hooks';
import type { Sharing } from '../../model/sharing.ts';
import { visible } from '../../view/visible.ts';

/** Milliseconds. Shorter work shows no progress, which would only flicker. */
const PATIENCE = 300;

/** The progress of replacing values, with Cancel, or what became of it. */
export function ShareProgress({ sharing }: { readonly sharing: Sharing }) {
  const state = sharing.state.value;
  const busy = state.is === 'busy';
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  const again = (
    <button type="button" class="plain" onClick={() => void sharing.refresh()}>
      Try again
    </button>
  );
  if (state.is === 'failed') {
    return (
      <p role="alert">
        <span class="bad">✖ The report could not be made</span> ({visible(state.reason)}). Nothing
        is copied or saved. {again}
      </p>
    );
  }
  if (state.is === 'cancelled')
    return <p role="status">Cancelled: nothing is copied or saved. {again}</p>;
  if (!busy || !late) return null;
  return (
    <p data-testid="share-progress">
      <label>
        Replacing values and analysing the result{' '}
        <progress max={1} value={state.done === 0 ? undefined : state.done} />
      </label>{' '}
      <button type="button" class="plain" onClick={() => sharing.cancel()}>
        Cancel
      </button>
    </p>
  );
}
