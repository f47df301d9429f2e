import { useRef } from 'preact/hooks';
import type { MenuGroup } from '../../actions/menu-entry.ts';
import { useStore } from '../../model/context.ts';
import { visible } from '../../view/visible.ts';
import { Icon } from '../common/icons.tsx';
import { MenuButton } from './menu.tsx';

const ACCEPTED = '.har,.json,.html,.gz,application/json,text/html,application/gzip';

/** The browser's own dialog for files. `choose` opens it. */
function useFileChooser() {
  const store = useStore();
  const input = useRef<HTMLInputElement>(null);
  const chooser = (
    <input
      ref={input}
      type="file"
      class="file-input"
      accept={ACCEPTED}
      multiple
      tabIndex={-1}
      aria-label="HAR files or reports"
      onChange={(event) => {
        const files = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = '';
        void store.import(files);
      }}
    />
  );
  return { chooser, choose: () => input.current?.click() };
}

/** Asks for HAR files and imports them. */
export function ImportButton() {
  const { chooser, choose } = useFileChooser();
  return (
    <>
      <button
        type="button"
        class="plain"
        title="Open HAR files or reports of Grantscope (or drop them anywhere)"
        onClick={choose}
      >
        <Icon name="import" /> Import
      </button>
      {chooser}
    </>
  );
}

/** The menu of the toolbar that opens files, the last ones by their names. */
export function ImportMenu() {
  const store = useStore();
  const { chooser, choose } = useFileChooser();
  const reopen = async (name: string) => {
    if (await store.importRecent(name)) return;
    store.say(`Choose ${visible(name)} again: the browser does not let the panel reopen it.`);
    choose();
  };
  const groups = (): readonly MenuGroup[] => [
    { name: 'files', entries: [{ title: 'Open HAR files or reports…', run: choose }] },
    {
      name: 'recent',
      entries: store.settings.recentFiles.value.map((name) => ({
        title: visible(name),
        run: () => void reopen(name),
      })),
    },
  ];
  return (
    <>
      <MenuButton
        class="tool import"
        title="Import HAR files or reports of Grantscope (or drop them anywhere)"
        label={
          <>
            <Icon name="import" /> <span class="label">Import</span>{' '}
            <span aria-hidden="true">▾</span>
          </>
        }
        groups={() => groups().filter(({ entries }) => entries.length > 0)}
      />
      {chooser}
    </>
  );
}
