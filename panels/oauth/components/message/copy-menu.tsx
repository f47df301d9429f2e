import { targets } from '../../../../src/commands/command.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { commandOf, knownTarget } from '../../actions/copy-command.ts';
import { menuGroups } from '../../actions/menu-body.ts';
import { useStore } from '../../model/context.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { MenuButton } from '../frame/menu.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

/** Copies the request as a command: the kind that was chosen last, and a menu with everything else. */
export function CopyMenu({ step, analysed }: Props) {
  const store = useStore();
  const last = knownTarget(store.settings.copyTarget.value);
  const target = { analysed, step, finding: null, row: null, on: 'step' } as const;
  return (
    <>
      <CopyButton
        text={() => commandOf(step.message.exchange, last)}
        testId="copy-curl"
        title="Secrets become variables, which the command asks for"
      >
        {targets.find(({ id }) => id === last)?.title}
      </CopyButton>
      <MenuButton
        label="▾"
        title="More ways to copy and share"
        class="plain"
        groups={() => menuGroups(target, store, ['request', 'place', 'open'])}
      />
    </>
  );
}
