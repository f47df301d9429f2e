import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { FormPair } from '../../src/http/form.ts';
import type { Message } from '../../src/oauth/message.ts';
import { createRedactor, type Redactor } from '../redaction/text-redactor.ts';

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
