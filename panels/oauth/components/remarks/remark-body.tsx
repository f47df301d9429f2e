import { useEffect, useRef } from 'preact/hooks';
import { useStore } from '../../model/context.ts';
import {
  changeRemark,
  deletedNote,
  deleteNote,
  edited,
  type Remarked,
  remarkKey,
} from '../../model/remarking.ts';
import { visibleLines } from '../../view/visible.ts';

interface EditorProps {
  readonly remarked: Remarked;
  readonly done: (text: string | null) => void;
}

function Editor({ remarked, done }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  return (
    <form
      class="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        done(area.current?.value.trim() ?? '');
      }}
    >
      <textarea
        ref={area}
        rows={2}
        maxLength={2_000}
        aria-label={`Note on this ${remarked.what}`}
        defaultValue={remarked.remark.text}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done(null);
          else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            done(event.currentTarget.value.trim());
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <button type="submit" class="plain" title="Ctrl+Enter">
        Save
      </button>
      <button type="button" class="link" onClick={() => done(null)}>
        Cancel
      </button>
    </form>
  );
}

/** The pin and the note on a flow or a message, and the buttons that change them. */
export function RemarkLine({ remarked }: { readonly remarked: Remarked }) {
  const store = useStore();
  const { remark, what } = remarked;
  const key = remarkKey(remarked);
  const deleted = deletedNote.value?.of === key ? deletedNote.value.text : null;
  const change = (to: Partial<typeof remark>) => changeRemark(store.session.value, remarked, to);
  if (edited.value === key) {
    return (
      <Editor
        remarked={remarked}
        done={(text) => {
          edited.value = null;
          if (text !== null) change({ text });
        }}
      />
    );
  }
  return (
    <p class="remark" data-testid={`remark-${what}`}>
      <button
        type="button"
        class="tool small"
        aria-pressed={remark.pinned}
        title={`${remark.pinned ? 'Unpin' : 'Pin'} this ${what} (p)`}
        aria-label={`Pin this ${what}`}
        onClick={() => change({ pinned: !remark.pinned })}
      >
        {remark.pinned ? '★' : '☆'}
      </button>
      {remark.text !== '' && <span class="note-text">{visibleLines(remark.text)}</span>}{' '}
      <button
        type="button"
        class="link"
        title={`Note on this ${what} (n)`}
        onClick={() => {
          edited.value = key;
        }}
      >
        {remark.text === '' ? 'Add a note' : 'Edit'}
      </button>{' '}
      {remark.text !== '' && (
        <button
          type="button"
          class="link"
          onClick={() => deleteNote(store.session.value, remarked)}
        >
          Delete
        </button>
      )}
      {remark.text === '' && deleted !== null && (
        <span role="status">
          Note deleted.{' '}
          <button
            type="button"
            class="link"
            onClick={() => {
              change({ text: deleted });
              deletedNote.value = null;
            }}
          >
            Undo
          </button>
        </span>
      )}
    </p>
  );
}
