import { useRef } from 'preact/hooks';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { OUTSIDE } from '../../view/outside-flow.ts';
import { Icon } from '../common/icons.tsx';
import { FilterBox } from './filter-box.tsx';

function RecordButton() {
  const store = useStore();
  const paused = store.paused.value;
  const label = paused ? 'Resume recording' : 'Pause recording';
  return (
    <button
      type="button"
      class={paused ? 'tool' : 'tool recording'}
      aria-label={label}
      title={`${label} (Ctrl+E)`}
      data-testid="pause"
      aria-pressed={paused}
      disabled={!store.connected.value}
      onClick={() => store.togglePaused()}
    >
      <Icon name="record" />
    </button>
  );
}

function Counts() {
  const store = useStore();
  const flows = store.flows.value.filter(({ flow }) => flow.id !== OUTSIDE);
  const failed = flows.filter(({ verdict }) => verdict.sign === 'bad').length;
  const shown = store.shown.value.filter(({ flow }) => flow.id !== OUTSIDE).length;
  const total = count(flows.length, 'flow');
  return (
    <span class="counts">
      {failed > 0 && <span class="error">{failed} failed · </span>}
      {shown === flows.length ? total : `${shown} of ${total}`}
    </span>
  );
}

/** Asks for HAR files and imports them. */
export function ImportButton({ class: tone = 'tool' }: { readonly class?: string }) {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={tone}
        title="Open HAR files or reports of Grantscope (or drop them anywhere)"
        data-testid={tone === 'tool' ? 'import' : undefined}
        onClick={() => input.current?.click()}
      >
        <Icon name="import" /> Import
      </button>
      <input
        ref={input}
        type="file"
        class="file-input"
        accept=".har,.json,.html,.gz,application/json,text/html,application/gzip"
        multiple
        tabIndex={-1}
        aria-label="HAR files or reports"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          void store.import(files);
        }}
      />
    </>
  );
}

/** The toolbar. */
export function Toolbar() {
  const store = useStore();
  return (
    <div class="toolbar" role="toolbar" aria-label="Recording">
      <RecordButton />
      <button
        type="button"
        class="tool"
        aria-label="Clear"
        title="Clear (Ctrl+L)"
        data-testid="clear"
        onClick={() => store.clear()}
      >
        <Icon name="clear" />
      </button>
      <label class="keep" title="Do not clear the recording when the page navigates">
        <input
          type="checkbox"
          checked={store.keep.value}
          onChange={(event) => store.setKeep(event.currentTarget.checked)}
        />
        <span>
          Preserve <span class="wide-only">log</span>
        </span>
      </label>
      <FilterBox />
      <Counts />
      <ImportButton />
      <button
        type="button"
        class="tool"
        title="Share a redacted report or recording (Ctrl+S)"
        data-testid="share"
        onClick={() => store.share()}
      >
        <Icon name="share" /> Share
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Keys and filter"
        title="Keys and filter (?)"
        onClick={() => {
          store.dialog.value = 'help';
        }}
      >
        ?
      </button>
      <button
        type="button"
        class="tool"
        aria-label="Settings"
        title="Settings"
        data-testid="settings"
        onClick={() => {
          store.dialog.value = 'settings';
        }}
      >
        <Icon name="gear" />
      </button>
    </div>
  );
}
