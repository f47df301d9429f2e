import type { Message } from '../oauth/message.ts';
import { parameterEntry } from '../oauth/registry/parameters.ts';

/** A parameter of a message or a member of its answer, and what it means. */
export interface MessageRow {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

const MAX_ROWS = 100;
const MAX_JSON = 1_000_000;

/** The parameters as sent, then those inside a request object, a pushed request or a JWT response. */
export function sentRows(message: Message): readonly MessageRow[] {
  const { pairs } = message.params;
  if (message.kind === 'authorization-request')
    return rowsOf([...pairs, ...(message.inner?.pairs ?? [])]);
  if (message.kind !== 'authorization-response' || message.wire === message.params)
    return rowsOf(pairs);
  return rowsOf([...message.wire.pairs, ...pairs]);
}

/** The members of an answer in JSON; none when it is something else. */
export function answerRows({ exchange: { response } }: Message): readonly MessageRow[] {
  const body = response?.body;
  if (!response || !body || !('text' in body) || body.text.length > MAX_JSON) return [];
  if (!/^\s*\{/.test(body.text)) return [];
  try {
    const value: unknown = JSON.parse(body.text);
    if (typeof value !== 'object' || value === null) return [];
    return rowsOf(
      Object.entries(value).map(([name, member]) => ({
        name,
        value: typeof member === 'string' ? member : JSON.stringify(member),
      })),
    );
  } catch {
    return [];
  }
}

function rowsOf(pairs: readonly { readonly name: string; readonly value: string }[]) {
  return pairs.slice(0, MAX_ROWS).map(({ name, value }): MessageRow => {
    const entry = parameterEntry(name);
    return { name, value, meaning: entry?.meaning ?? '' };
  });
}
