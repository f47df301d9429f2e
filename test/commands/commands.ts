import { command } from '../../src/commands/command.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import { withoutComments } from './posix-words.ts';

/** The command of an exchange; `bare` is the command without its comments. */
export function curl(of: Exchange, secrets: 'variables' | 'values' = 'variables') {
  const result = command(of, { target: 'curl-bash', secrets });
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, bare: withoutComments(result.command) };
}

export const FORM = 'Content-Type: application/x-www-form-urlencoded';
