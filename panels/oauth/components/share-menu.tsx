import { useStore } from '../context.ts';
import { saveText } from '../copy.ts';
import { redactedReport } from '../report.ts';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icons.tsx';
import { Menu } from './menu.tsx';

/** Ways to hand on what is shown, none of which holds a secret. */
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
