import { PageLink } from '../common/page-link.tsx';
import { Dialog } from './dialog.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓', 'move'],
  ['← →', 'collapse or expand, or go to the next pane'],
  ['Enter', 'open'],
  ['Esc', 'go back'],
  ['/ or Ctrl+F', 'filter'],
  ['Ctrl+C', 'copy what is selected: a finding, a message as a command, or the verdict'],
  ['Ctrl+S', 'share: a preview of the redacted report of the flow, which Enter copies'],
  ['Ctrl+L', 'clear'],
  ['Ctrl+E', 'pause and resume'],
  ['?', 'this help'],
];

/** The keys and the words of the filter. */
export function Help() {
  return (
    <Dialog name="help" label="Keys and filter">
      <h3>Keys</h3>
      <dl class="facts">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt class="mono">{key}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">On macOS, Cmd in place of Ctrl.</p>
      <h3>Filter</h3>
      <p>
        Words, <code>-word</code>, <code>client:</code> <code>server:</code> <code>grant:</code>{' '}
        <code>is:failed</code> <code>check:</code> <code>status:4xx</code> <code>kind:</code>
      </p>
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
