import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Kind } from '../../src/oauth/define-kind.ts';
import { viewExchange } from '../../src/oauth/exchange-view.ts';
import { inOrder, isBefore } from '../../src/oauth/kind-order.ts';
import { MESSAGE_KINDS } from '../../src/oauth/message-kinds.ts';
import { captures, exchangesOf } from '../helpers/captures.ts';
import { readCases, readCasesOf } from '../helpers/http-cases.ts';

/** Pairs of kinds that accept this exchange without an order between them. */
function undecided(exchange: Exchange): readonly string[] {
  const view = viewExchange(exchange);
  const accepting = inOrder(MESSAGE_KINDS).filter((kind) => kind.recognise?.(view));
  return accepting.flatMap((one, index) =>
    accepting
      .slice(index + 1)
      .filter((other) => !isBefore(one, other))
      .map((other) => `${one.kind} and ${other.kind}: ${exchange.request.url}`),
  );
}

function casesIn(
  folder: string,
  read: (text: string) => readonly { exchanges: readonly Exchange[] }[],
) {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.http'))
    .map((file) => readFileSync(join(import.meta.dirname, folder, file), 'utf8'))
    .flatMap(read)
    .flatMap(({ exchanges }) => exchanges);
}

describe('of two kinds that accept one exchange, one says that it is asked before the other', () => {
  test('in the cases of the kinds', () => {
    const verdicts = ['recognises', 'tells apart', 'look-alike'] as const;
    const exchanges = casesIn('kinds', (text) => readCasesOf(verdicts, text));
    expect(exchanges.flatMap(undecided)).toEqual([]);
  });

  test('in the cases of the checks', () => {
    expect(casesIn('../checks', readCases).flatMap(undecided)).toEqual([]);
  });

  test('in the captures', () => {
    expect(captures.flatMap(({ path }) => exchangesOf(path)).flatMap(undecided)).toEqual([]);
  });
});

const made = (kind: string, rest: Partial<Kind> = {}): Kind => ({ kind, ...rest }) as Kind;

describe('the order in which kinds are asked', () => {
  const names = (kinds: readonly Kind[]): readonly string[] =>
    inOrder(kinds).map(({ kind }) => kind);

  test('follows their turn, then what they name, and then the alphabet', () => {
    expect(
      names([
        made('a', { turn: 'last' }),
        made('b'),
        made('c', { before: ['b'] as never }),
        made('d', { turn: 'first' }),
      ]),
    ).toEqual(['d', 'c', 'b', 'a']);
  });

  test('does not exist when two kinds name each other', () => {
    const circle = [made('a', { before: ['b'] as never }), made('b', { before: ['a'] as never })];
    expect(() => inOrder(circle)).toThrow('asked before each other: a,b');
  });
});
