import type { Kind } from './define-kind.ts';
import type { MessageKind } from './message.ts';

const TURNS = { first: 0, middle: 1, last: 2 } as const;

/**
 * Sorts kinds in the order in which they are tried: by their turn, then by their `before`. The rest
 * is alphabetical and has no effect, because those kinds accept different exchanges.
 */
export function inOrder(kinds: readonly Kind[]): readonly Kind[] {
  const order: Kind[] = [];
  const open = new Set([...kinds].sort(byTurn));
  while (open.size > 0) {
    const next = [...open].find((kind) => ![...open].some((other) => isBefore(other, kind)));
    if (!next) throw new Error(`asked before each other: ${[...open].map(({ kind }) => kind)}`);
    order.push(next);
    open.delete(next);
  }
  return order;
}

/** Whether one kind says that it is tried before another. */
export function isBefore(one: Kind, other: Kind): boolean {
  const [turn, otherTurn] = [turnOf(one), turnOf(other)];
  return turn === otherTurn ? namesBefore(one, other.kind) : turn < otherTurn;
}

function namesBefore({ before }: Kind, name: MessageKind): boolean {
  return before?.includes(name) ?? false;
}

function turnOf({ turn }: Kind): number {
  return TURNS[turn ?? 'middle'];
}

function byTurn(a: Kind, b: Kind): number {
  return turnOf(a) - turnOf(b) || (a.kind < b.kind ? -1 : 1);
}
