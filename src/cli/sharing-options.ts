import { DEFAULT_REDACTION, type RedactionOptions } from '../redaction/redaction-options.ts';
import type { Arguments, Option } from './cli-command.ts';

/** The options of every command that redacts. */
export const SHARING_OPTIONS: readonly Option[] = [
  { name: 'hosts', description: 'replace host names too: as-1.example' },
  { name: 'tenants', description: 'replace tenant ids too' },
  {
    name: 'relative-times',
    description: 'begin at a fixed moment and keep the distances of times',
  },
  { name: 'keep-personal', description: 'keep names, addresses and other personal data' },
  {
    name: 'keep',
    value: 'VALUE',
    many: true,
    description: 'keep this value although it would be replaced',
  },
  {
    name: 'remove',
    value: 'VALUE',
    many: true,
    description: 'replace this value too, wherever it stands',
  },
];

/** The options of every command that writes a file. */
export const FILE_OPTIONS: readonly Option[] = [
  {
    name: 'out',
    short: 'o',
    value: 'FILE',
    description: 'write to this file; - is standard output',
  },
  { name: 'force', description: 'replace the file if it exists; the input is never replaced' },
];

export const HELP: Option = { name: 'help', short: 'h', description: 'this text' };

/** What the user wants to be replaced. */
export function redactionOf(given: Arguments): RedactionOptions {
  return {
    ...DEFAULT_REDACTION,
    personal: !given.has('keep-personal'),
    hosts: given.has('hosts'),
    tenants: given.has('tenants'),
    times: given.has('relative-times') ? 'relative' : 'absolute',
    keep: given.values('keep'),
    remove: given.values('remove'),
  };
}
