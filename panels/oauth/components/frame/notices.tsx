import { count } from '../../../../src/words/numbers.ts';
import { useStore } from '../../model/context.ts';
import type { ImportProgress } from '../../model/import-files.ts';
import { lazy } from '../../model/lazy.tsx';
import { visible } from '../../view/visible.ts';
import { RehearsalBar } from '../rehearse/rehearsal-bar.tsx';
import { RedactedBar } from './redacted-bar.tsx';

const StorySwitch = lazy(() =>
  import('../demo/demo-stories-body.tsx').then((view) => view.StorySwitch),
);

function FileBar() {
  const store = useStore();
  const file = store.file.value;
  if (!file) return null;
  return (
    <div class="notice" data-testid="file-bar">
      <span class="grow">
        {file.invented ? (
          <span class="stories-shown">
            <StorySwitch /> <span class="quiet">demo: invented logins, no real server</span>
          </span>
        ) : (
          <span class="file-name" title={visible(file.name)}>
            Showing <strong>{visible(file.name)}</strong>
          </span>
        )}
        {file.notes.length > 0 && (
          <details>
            <summary>{count(file.notes.length, 'note')} about the file</summary>
            <ul>
              {file.notes.map((note) => (
                <li key={note}>{visible(note)}</li>
              ))}
            </ul>
          </details>
        )}
      </span>
      <button type="button" class="plain" onClick={() => store.closeFile()}>
        {file.invented ? 'Leave the demo' : 'Back to the live recording'}
      </button>
    </div>
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Nobody knows how long the analysis takes. */
const doneOf = ({ analysing, bytesRead }: ImportProgress) => (analysing ? undefined : bytesRead);

function ImportProgressBar() {
  const store = useStore();
  const progress = store.importing.value;
  if (!progress) return null;
  return (
    <div class="notice" data-testid="import-progress">
      <label class="grow">
        {progress.analysing ? 'Analysing' : 'Reading'} <strong>{visible(progress.file)}</strong>{' '}
        <progress max={Math.max(progress.size, 1)} value={doneOf(progress)} />{' '}
        <span class="quiet">
          {!progress.analysing &&
            `${megabytes(progress.bytesRead)} of ${megabytes(progress.size)}, `}
          {count(progress.entries, 'request')}
        </span>
      </label>
      <button type="button" class="plain" onClick={() => store.cancelImport()}>
        Cancel
      </button>
    </div>
  );
}

function ImportError() {
  const store = useStore();
  const message = store.importError.value;
  if (message === null) return null;
  return (
    <div class="notice bad" role="alert" data-testid="import-error">
      <span class="grow">✖ {visible(message)}. The recording is untouched.</span>
      <button
        type="button"
        class="plain"
        onClick={() => {
          store.importError.value = null;
        }}
      >
        Close
      </button>
    </div>
  );
}

function UndoBar() {
  const store = useStore();
  if (!store.canUndo.value) return null;
  return (
    <div class="notice" data-testid="undo">
      <span class="grow">Cleared.</span>
      <button type="button" class="plain" onClick={() => store.undoClear()}>
        Undo
      </button>
    </div>
  );
}

/** Failures of Grantscope itself. */
function Trouble() {
  const store = useStore();
  const trouble = store.session.value.trouble.value;
  const failure = store.failure.value;
  return (
    <>
      {trouble !== null && (
        <div class="notice bad" role="alert">
          ✖ Grantscope could not examine some of the traffic ({visible(trouble)}). What is shown may
          be old.
        </div>
      )}
      {failure && (
        <div class="notice bad" role="alert">
          ✖ Grantscope could not {failure.what} ({visible(failure.error)}). Everything else works.
        </div>
      )}
    </>
  );
}

/** The extension was updated under the panel. */
function EndedBar() {
  if (!useStore().ended.value) return null;
  return (
    <div class="notice bad" role="alert" data-testid="ended">
      Recording has ended, because the extension was updated, reloaded or switched off. Close
      DevTools and open them again to go on. What is shown can still be read and exported.
    </div>
  );
}

/** The notices between the toolbar and the flows. */
export function Notices() {
  return (
    <div class="notices">
      <RehearsalBar />
      <Trouble />
      <EndedBar />
      <ImportProgressBar />
      <ImportError />
      <FileBar />
      <RedactedBar />
      <UndoBar />
    </div>
  );
}
