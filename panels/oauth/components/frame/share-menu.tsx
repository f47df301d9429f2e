import { saveText } from '../../actions/clipboard.ts';
import { redactedReport } from '../../actions/share-report.ts';
import { useStore } from '../../model/context.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { Icon } from '../common/icons.tsx';
import { Menu } from './menu.tsx';

/** Ways to share the shown flows, without secrets. */
export function ShareMenu() {
  const store = useStore();
  const current = () => {
    const id = store.current.value?.flow.id;
    return id === undefined ? [] : [id];
  };
  const download = async () => {
    const report = await redactedReport(store);
    if (typeof report === 'string') saveText('oauth-report.md', report, 'text/markdown');
    else store.say(report.refused);
  };
  const label = (
    <>
      <Icon name="share" /> Share ▾
    </>
  );
  return (
    <Menu label={label} title="Share">
      <CopyButton class="item" text={() => redactedReport(store, current())}>
        Copy redacted report of this flow (Markdown)
      </CopyButton>
      <CopyButton class="item" text={() => redactedReport(store)}>
        Copy redacted report of all flows (Markdown)
      </CopyButton>
      <button type="button" class="item" onClick={() => void download()}>
        Download redacted report of all flows
      </button>
    </Menu>
  );
}
