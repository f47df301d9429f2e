import type { Kind, Lanes } from './define-kind.ts';
import type { Message, MessageKind, PartTypes, SightingKind } from './message.ts';

const files = import.meta.glob<Kind>('./kinds/*.ts', { eager: true, import: 'default' });

/** Every kind of message, by name. */
export const MESSAGE_KINDS: readonly Kind[] = Object.values(files).sort((a, b) =>
  a.kind < b.kind ? -1 : 1,
);

const byName: ReadonlyMap<string, Kind> = new Map(MESSAGE_KINDS.map((kind) => [kind.kind, kind]));

/** The kinds with a trait, as a set of their names. */
export function kindsThat(has: (kind: Kind) => boolean): ReadonlySet<MessageKind> {
  return new Set(MESSAGE_KINDS.filter(has).map(({ kind }) => kind));
}

/** The kind with this name. */
export function kindNamed(name: MessageKind): Kind {
  const found = byName.get(name);
  if (!found) throw new Error(`${name} has no file in kinds/`);
  return found;
}

/** The kind of a message, with its traits. */
export function kindOf<M extends Message>({ kind }: M): Kind<M['kind']> {
  return kindNamed(kind) as unknown as Kind<M['kind']>;
}

/** Sender and receiver of a message, in a flow with this authorization server. */
export function lanesOf({ kind, exchange }: Message, server: string | null): Lanes {
  const { lanes } = kindNamed(kind);
  return typeof lanes === 'function' ? lanes(exchange, server) : lanes;
}

const LAST_RANK = 9;

const parts = MESSAGE_KINDS.flatMap((kind) =>
  Object.entries(kind.parts ?? {}).map(([name, rank]) => ({ name, rank, kind })),
);
const ranks: ReadonlyMap<string, number> = new Map([
  ...MESSAGE_KINDS.map(({ kind, rank }) => [kind, rank ?? LAST_RANK] as const),
  ...parts.map(({ name, rank }) => [name, rank] as const),
]);

/** Position of a sighting within one millisecond, in the order of the protocol. */
export function rankOf(kind: SightingKind): number {
  return ranks.get(kind) ?? LAST_RANK;
}

const kindsOfParts: ReadonlyMap<string, MessageKind> = new Map(
  parts.map(({ name, kind }) => [name, kind.kind]),
);

/** The kind of message of which this is a part, or the kind itself. */
export function kindOfSighting(kind: SightingKind): MessageKind {
  return kindsOfParts.get(kind as keyof PartTypes) ?? (kind as MessageKind);
}
