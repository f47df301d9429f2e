import type { Snapshot } from '../analysis/analysis.ts';
import type { Exchange } from '../http/exchange.ts';
import type { FormPair } from '../http/form.ts';
import type { Message } from '../oauth/message.ts';
import { count } from '../words/numbers.ts';
import { createRedactor, type Placeholder, type Redactor } from './redact.ts';

/** A finished report, or the names of the values that it would have leaked. */
export type Report =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refused: readonly string[] };

/** A redactor for a whole snapshot, whichever part of it is shown. */
export function redactorOf({ flows, outside, loose, gaps }: Snapshot): Redactor {
  const messages = [
    ...flows.flatMap(({ flow }) => flow.messages),
    ...loose,
    ...outside.map(({ message }) => message),
  ];
  const exchanges = new Set(messages.flatMap(exchangesOf));
  const findings = [
    ...flows.flatMap((analysed) => analysed.findings),
    ...outside.map(({ finding }) => finding),
  ];
  return createRedactor([...exchanges], {
    pairs: messages.flatMap(pairsOf),
    words: [
      ...findings.map(({ check }) => check),
      ...flows.flatMap(({ flow }) => (flow.client === null ? [] : [flow.client])),
      ...flows.map(({ flow }) => flow.grant),
      ...messages.map(({ kind }) => kind),
      ...gaps.map(({ kind }) => kind),
    ],
  });
}

function exchangesOf(message: Message): readonly Exchange[] {
  const issuedBy = message.kind === 'authorization-response' ? message.issuedBy : null;
  return [message.exchange, message.preflight, issuedBy].filter((one) => one !== null);
}

function pairsOf(message: Message): readonly FormPair[] {
  const { pairs } = message.params;
  if (message.kind === 'authorization-request') return [...pairs, ...(message.inner?.pairs ?? [])];
  if (message.kind === 'authorization-response') {
    return [...pairs, ...message.wire.pairs, ...(message.issuedParams?.pairs ?? [])];
  }
  return pairs;
}

/** Releases a finished report, unless it still has a collected value. */
export function release(text: string, redactor: Redactor, content?: string): Report {
  const refused = redactor.scan(text, content);
  return refused.length === 0 ? { ok: true, text } : { ok: false, refused };
}

/**
 * Releases text in which a name may equal a word of the report. Such names are replaced as well.
 */
export function releaseText(text: string, redactor: Redactor): Report {
  return release(redactor.redact(text), redactor);
}

/** What was replaced: `2 codes, 1 person`. */
export function countPlaceholders(placeholders: readonly Placeholder[]): string {
  const counts = new Map<string, number>();
  for (const { label } of placeholders) counts.set(label, (counts.get(label) ?? 0) + 1);
  const parts = [...counts].map(([label, number]) => count(number, label.replaceAll('-', ' ')));
  return parts.join(', ');
}
