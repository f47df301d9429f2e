import { curlCommand } from '../../../src/curl/curl-command.ts';
import type { Exchange } from '../../../src/http/exchange.ts';
import type { Copied } from '../components/common/copy-button.tsx';

/** The request as a command for a POSIX shell. */
export function curlOf(exchange: Exchange, secrets: 'variables' | 'values'): Copied {
  const result = curlCommand(exchange, { shell: 'posix', secrets });
  return 'command' in result ? result.command : result;
}
