import type { Kind, Lanes } from '../../src/oauth/define-kind.ts';
import { exchange } from './exchanges.ts';

/** The page on all kinds of message, in Markdown. */
export function kindPage(kinds: readonly Kind[]): string {
  return [
    '# Kinds of message',
    '',
    `The ${kinds.length} kinds of message that Grantscope recognises, by the name that the JSON report and the`,
    'filter use. Each is one file, `src/oauth/kinds/<kind>.ts`, with its cases in',
    '`test/oauth/kinds/<kind>.http`. Written by `test/oauth/kinds.test.ts`.',
    '',
    '| kind | called | from | to |',
    '| --- | --- | --- | --- |',
    ...kinds.map(row),
    '',
  ].join('\n');
}

function row(kind: Kind): string {
  const lanes = lanesOf(kind);
  const [from, to] = [lanes.map(([one]) => one), lanes.map(([, other]) => other)];
  return `| \`${kind.kind}\` | ${kind.word} | ${either(from)} | ${either(to)} |`;
}

/** The lanes of the kind: at the server of its flow, and elsewhere if that makes a difference. */
function lanesOf({ lanes }: Kind): readonly Lanes[] {
  if (typeof lanes !== 'function') return [lanes];
  const sent = exchange(0, { url: 'https://as.example.com/token' });
  return ['https://as.example.com', 'https://other.example.com'].map((server) =>
    lanes(sent, server),
  );
}

function either(names: readonly string[]): string {
  return [...new Set(names)].join(' or ');
}
