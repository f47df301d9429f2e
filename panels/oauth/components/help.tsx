import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../context.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'move'],
  ['← →', 'fold and unfold, or go to the region beside'],
  ['Enter', 'open'],
  ['Esc', 'go back'],
  ['/ or Ctrl+F', 'filter'],
  ['Ctrl+C', 'copy what is selected: a finding, a message as curl, or the verdict'],
  ['Ctrl+L', 'clear'],
  ['Ctrl+E', 'pause and go on'],
  ['?', 'this page'],
];

/** The keys, the filter's words, and what was silenced. */
export function Help() {
  const store = useStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = store.helpOpen.value;
  const silenced = store.settings.silenced.value;
  useEffect(() => {
    if (open && dialog.current && !dialog.current.open) dialog.current.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = () => {
    store.helpOpen.value = false;
  };
  return (
    <dialog ref={dialog} aria-label="Keys and silenced checks" onClose={close}>
      <h2>Keys</h2>
      <dl class="facts">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt class="mono">{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">On macOS, Cmd in place of Ctrl.</p>
      <h2>Filter</h2>
      <p>
        Words, <code>-word</code>, <code>client:</code> <code>server:</code> <code>grant:</code>{' '}
        <code>is:failed</code> <code>check:</code> <code>status:4xx</code> <code>kind:</code>
      </p>
      {silenced.length > 0 && (
        <>
          <h2>Silenced checks</h2>
          <ul>
            {silenced.map((check) => (
              <li key={check}>
                <span class="mono">{check}</span>{' '}
                <button type="button" class="link" onClick={() => store.unsilence(check)}>
                  show again
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="plain" onClick={close}>
        Close
      </button>
    </dialog>
  );
}
