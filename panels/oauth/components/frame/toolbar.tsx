import { flowCounts } from '../../../../src/conclusion/flow-counts.ts';
import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import { isOutside } from '../../view/outside-flow.ts';
import { Icon } from '../common/icons.tsx';
import { FilterBox } from './filter-box.tsx';
import { ImportMenu } from './import-menu.tsx';

/** Why a control of the live recording cannot be used. */
function useNotLive(): string | null {
  const { file } = useStore();
  if (file.value === null) return null;
  const shown = file.value.invented ? 'the demo' : 'a file';
  return `The panel shows ${shown}. This concerns the live recording.`;
}

function RecordButton() {
  const store = useStore();
  const notLive = useNotLive();
  const records = !store.paused.value;
  const label = records ? 'Stop recording network log' : 'Record network log';
  return (
    <button
      type="button"
      class={records && notLive === null ? 'tool recording' : 'tool'}
      aria-label={label}
      title={notLive ?? `${label} (Ctrl+E)`}
      data-testid="record"
      aria-pressed={records}
      disabled={!store.connected.value || notLive !== null}
      onClick={() => store.togglePaused()}
    >
      <Icon name="record" />
    </button>
  );
}

function PreserveLog() {
  const store = useStore();
  const notLive = useNotLive();
  return (
    <label
      class={notLive === null ? 'keep' : 'keep off'}
      title={notLive ?? 'Do not clear the recording when the page navigates'}
    >
      <input
        type="checkbox"
        checked={store.keep.value}
        disabled={notLive !== null}
        onChange={(event) => store.setKeep(event.currentTarget.checked)}
      />
      Preserve log
    </label>
  );
}

function Counts() {
  const store = useStore();
  const { failed, recovered, rehearsed } = flowCounts(store.flows.value);
  const flows = store.flows.value.filter((one) => !isOutside(one)).length;
  const shown = store.shown.value.filter((one) => !isOutside(one)).length;
  const total = count(flows, 'flow');
  return (
    <span class="counts" data-testid="counts">
      {failed > 0 && <span class="error">{failed} failed · </span>}
      {recovered > 0 && (
        <span title="Failed, and a later attempt worked">{recovered} recovered · </span>
      )}
      {rehearsed > 0 && (
        <span title="Failed of a fault that you switched on">{rehearsed} rehearsed · </span>
      )}
      {shown === flows ? total : `${shown} of ${total}`}
    </span>
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
      <PreserveLog />
      <FilterBox />
      <Counts />
      <ImportMenu />
      <button
        type="button"
        class="tool"
        title="Share a redacted report or recording (Ctrl+S)"
        data-testid="share"
        onClick={() => store.share()}
      >
        <Icon name="share" /> <span class="label">Share</span>
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
