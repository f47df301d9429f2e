import type { Snapshot } from '../analysis/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import type { Message } from '../oauth/message.ts';

/** Reports are about flows; of what belongs to none, so much is enough to look it up. */
const MAX_SHOWN = 50;

/** Messages outside any flow with what was found in them, those with findings first. */
export function outsideMessages({ outside, loose }: Snapshot): {
  readonly shown: readonly { readonly message: Message; readonly findings: readonly Finding[] }[];
  /** How many are left out. */
  readonly more: number;
} {
  const byMessage = new Map<Message, Finding[]>(outside.map(({ message }) => [message, []]));
  for (const { message, finding } of outside) byMessage.get(message)?.push(finding);
  const told = [...byMessage].map(([message, findings]) => ({ message, findings }));
  const exchanges = new Set(told.map(({ message }) => message.exchange));
  const rest = loose
    .filter(({ exchange }) => !exchanges.has(exchange))
    .map((message) => ({ message, findings: [] }));
  const all = [...told, ...rest];
  return { shown: all.slice(0, MAX_SHOWN), more: Math.max(all.length - MAX_SHOWN, 0) };
}
