import { command, DEFAULT_TARGET } from '../../../src/commands/command.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Copied } from '../components/common/copy-button.tsx';

/** The request as a command for a POSIX shell. */
export function curlOf(exchange: Exchange, secrets: 'variables' | 'values'): Copied {
  const result = command(exchange, { target: DEFAULT_TARGET, secrets });
  return 'command' in result ? result.command : result;
}
