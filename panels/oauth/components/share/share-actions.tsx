import { useEffect, useRef } from 'preact/hooks';
import { saveText } from '../../actions/clipboard.ts';
import { useStore } from '../../model/context.ts';
import type { Sharing } from '../../model/sharing.ts';
import { type Copied, CopyButton } from '../common/copy-button.tsx';

/** Copy and Save, once the user can see what leaves. */
export function ShareActions({ sharing }: { readonly sharing: Sharing }) {
  const store = useStore();
  const box = useRef<HTMLDivElement>(null);
  // Enter copies what the dialog was opened with.
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const state = sharing.state.value;
  if (state.is === 'raw') return null;
  const ready = state.is === 'ready' && state.refused.length === 0 ? state : null;
  const copied = (): Copied => ready?.text ?? { refused: 'There is nothing to copy yet.' };
  const file = ready && fileName(ready.format.extension);
  const save = () => {
    if (!ready || file === null) return;
    saveText(file, ready.text, ready.format.mediaType);
    store.say(`Saved as ${file}`, { seen: false });
  };
  const kept = sharing.decisions.value.filter(({ secret }) => secret).length;
  return (
    <div class="share-actions" ref={box}>
      <CopyButton class="plain main" text={copied} testId="share-copy" disabled={ready === null}>
        Copy
      </CopyButton>
      <button
        type="button"
        class="plain"
        aria-disabled={ready === null}
        data-testid="share-save"
        onClick={save}
      >
        Save{file && ` as ${file} (${size(ready.text.length)})`}
      </button>
      <span role="status" class={kept > 0 ? 'warning' : 'quiet'}>
        {store.said.value.text || whatLeaves(kept)}
      </span>
    </div>
  );
}

function whatLeaves(kept: number): string {
  if (kept === 0) return 'Nothing leaves this machine before you copy or save it.';
  const secrets = kept === 1 ? 'a secret stays' : `${kept} secrets stay`;
  return `⚠ Not fully redacted: ${secrets} readable, as you decided.`;
}

/** Characters, which are nearly the bytes of the file. */
const size = (length: number): string => `${Math.ceil(length / 1_000).toLocaleString('en')} kB`;

const fileName = (extension: string): string =>
  `oauth-${extension === 'har' ? 'recording-redacted' : 'report'}.${extension}`;
