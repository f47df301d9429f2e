import type { Rehearsed } from '../../http/exchange.ts';
import type { Flow } from '../flow.ts';

/** The first message of an attempt that met a fault which the user switched on; null without one. */
export function firstRehearsed({
  messages,
}: Pick<Flow, 'messages'>): { readonly index: number; readonly rehearsed: Rehearsed } | null {
  for (const [index, { exchange }] of messages.entries())
    if (exchange.rehearsed) return { index, rehearsed: exchange.rehearsed };
  return null;
}
