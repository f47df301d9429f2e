import { KEYMAP, keysShown } from '../../actions/keymap.ts';
import { KEY_WORDS } from '../../view/filter-suggestions.ts';
import { PageLink } from '../common/page-link.tsx';
import { Dialog } from './dialog.tsx';

/** The keys and the words of the filter. */
export function Help() {
  return (
    <Dialog name="help" label="Keys and filter">
      <h3>Keys</h3>
      <dl class="facts">
        {KEYMAP.map((line) => (
          <div key={line.does}>
            <dt class="mono">{keysShown(line)}</dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">On macOS, Cmd in place of Ctrl.</p>
      <h3>Filter</h3>
      <p>Words, also of decoded values, and these. A minus before one excludes it.</p>
      <dl class="facts">
        {Object.entries(KEY_WORDS).map(([key, about]) => (
          <div key={key}>
            <dt class="mono">{key}:</dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
      <h3>Pages</h3>
      <p>
        <PageLink page="errors-by-what-you-see">Errors by what you see</PageLink> ·{' '}
        <PageLink page="checks/index">Checks</PageLink> ·{' '}
        <PageLink page="providers/index">Providers</PageLink> ·{' '}
        <PageLink page="using-the-tab">Using the tab</PageLink>
      </p>
    </Dialog>
  );
}
