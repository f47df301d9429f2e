import type { Snapshot } from '../analysis/analysis.ts';
import type { Finding } from '../checks/finding.ts';
import type { Message } from '../oauth/message.ts';

/**
 * Limit of messages outside any flow. Reports are about flows, and these few are enough to find the
 * rest.
 */
const MAX_SHOWN = 50;

/** Messages outside any flow with their findings. Those with findings come first. */
export function outsideMessages({ outside, loose }: Snapshot): {
  readonly shown: readonly { readonly message: Message; readonly findings: readonly Finding[] }[];
  /** Number of messages that are left out. */
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
