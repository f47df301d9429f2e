import { command, DEFAULT_TARGET, targets } from '../../../src/commands/command.ts';
import { flowScript } from '../../../src/commands/flow-script.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Message } from '../../../src/oauth/message.ts';
import type { Copied } from '../components/common/copy-button.tsx';
import { shownNames } from '../view/shown-names.ts';

/** The kind of command that the user chose last, if it still exists. */
export function knownTarget(id: string): string {
  return targets.some((target) => target.id === id) ? id : DEFAULT_TARGET;
}

/** The request as a command of that kind. */
export function commandOf(
  exchange: Exchange,
  target: string,
  secrets: 'variables' | 'values' = 'variables',
): Copied {
  const result = command(exchange, {
    target: knownTarget(target),
    secrets,
    redacted: shownNames.value !== null,
  });
  return 'command' in result ? result.command : result;
}

/** The requests of a flow in order as a script for bash. */
export function scriptOf(messages: readonly Message[]): Copied {
  const result = flowScript(messages, { redacted: shownNames.value !== null });
  return 'command' in result ? result.command : result;
}
