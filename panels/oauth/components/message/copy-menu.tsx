import { targets } from '../../../../src/commands/command.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import type { Message } from '../../../../src/oauth/message.ts';
import { commandOf, knownTarget, scriptOf } from '../../actions/copy-command.ts';
import { useStore } from '../../model/context.ts';
import { shownNames } from '../../view/shown-names.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { Menu, MenuGroup } from '../frame/menu.tsx';

interface Props {
  readonly exchange: Exchange;
  /** The messages of the flow. */
  readonly messages: readonly Message[];
}

/** Copies the request as a command: the kind that was chosen last, and a menu with all others. */
export function CopyMenu({ exchange, messages }: Props) {
  const store = useStore();
  const { copyTarget } = store.settings;
  const last = knownTarget(copyTarget.value);
  const copy = (id: string, secrets: 'variables' | 'values') => () => {
    copyTarget.value = id;
    return commandOf(exchange, id, secrets);
  };
  // In a redacted recording there are no values to be read.
  const redacted = shownNames.value !== null;
  return (
    <>
      <CopyButton
        text={() => commandOf(exchange, last)}
        testId="copy-curl"
        title="Secrets become variables, which the command asks for"
      >
        {targets.find(({ id }) => id === last)?.title}
      </CopyButton>
      <Menu label="▾" title="More ways to copy" class="plain">
        <MenuGroup
          label={redacted ? 'Redacted: values are placeholders' : 'Secrets become variables'}
        >
          {targets.map(({ id, title }) => (
            <CopyButton key={id} class="item" text={copy(id, 'variables')}>
              {title}
            </CopyButton>
          ))}
        </MenuGroup>
        {!redacted && (
          <MenuGroup label="Secrets are readable in what is copied">
            {targets.map(({ id, title }) => (
              <CopyButton key={id} class="item" text={copy(id, 'values')}>
                {title} with values
              </CopyButton>
            ))}
          </MenuGroup>
        )}
        <MenuGroup label="The whole flow">
          <CopyButton class="item" text={() => scriptOf(messages)}>
            Copy flow as script (bash)
          </CopyButton>
        </MenuGroup>
        <MenuGroup label="Redacted, with a preview">
          <button type="button" class="item" onClick={() => store.share({ what: 'message' })}>
            Share this message…
          </button>
        </MenuGroup>
      </Menu>
    </>
  );
}
