import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { openSharing } from '../../actions/open-sharing.ts';
import { useStore } from '../../model/context.ts';
import type { Ready, Sharing } from '../../model/sharing.ts';
import { ShareActions } from './share-actions.tsx';
import { ShareChoices } from './share-choices.tsx';
import { Decisions, RemoveToo } from './share-decisions.tsx';
import { SharePlaceholders } from './share-placeholders.tsx';
import { SharePreview } from './share-preview.tsx';
import { ShareProgress } from './share-progress.tsx';
import { ShareRaw } from './share-raw.tsx';
import { ShareRefusal } from './share-refusal.tsx';
import { ShareSummary } from './share-summary.tsx';

/** A report before it leaves: the text, and each value that is replaced in it. */
function Review({ sharing, ready }: { readonly sharing: Sharing; readonly ready: Ready }) {
  const chosen = useSignal<string | null>(null);
  const selected = useSignal('');
  const { shown, refused } = ready;
  return (
    <>
      {refused.length === 0 ? <ShareSummary ready={ready} /> : <ShareRefusal ready={ready} />}
      <div class={shown.length > 0 ? 'share-review' : 'share-review alone'}>
        <SharePreview ready={ready} chosen={chosen} selected={selected} />
        {shown.length > 0 && (
          <SharePlaceholders sharing={sharing} removed={shown} chosen={chosen} />
        )}
      </div>
      <RemoveToo sharing={sharing} value={selected} />
    </>
  );
}

/** The content of the share dialog. Everything in it is about the recording as it was at opening. */
export function ShareBody() {
  const store = useStore();
  const [sharing, setSharing] = useState<Sharing | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    openSharing(store).then(setSharing, setFailure);
  }, [store]);
  useEffect(() => () => sharing?.stop(), [sharing]);
  if (failure) throw failure;
  return sharing && <Share sharing={sharing} />;
}

function Share({ sharing }: { readonly sharing: Sharing }) {
  const replaces = useStore().settings.shareReplaces.value;
  const { part, chosen, format, decisions } = sharing;
  useEffect(() => {
    void sharing.refresh();
  }, [sharing, part.value, chosen.value, format.value, decisions.value, replaces]);
  const state = sharing.state.value;
  const last = sharing.last.value;
  return (
    <div class="share">
      <ShareChoices sharing={sharing} />
      <ShareProgress sharing={sharing} />
      {state.is === 'raw' ? (
        <ShareRaw sharing={sharing} removed={state.removed} />
      ) : (
        last && <Review sharing={sharing} ready={last} />
      )}
      <Decisions sharing={sharing} />
      <ShareActions sharing={sharing} />
    </div>
  );
}
