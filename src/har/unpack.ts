import { withHead } from './decode-text.ts';
import type { Packing, Unpack, UnpackNotes } from './packing.ts';

const files = import.meta.glob<Packing>('./packed/*.ts', { eager: true, import: 'default' });
const PACKINGS = Object.values(files);

/** Bytes that identify a packing. */
const HEAD = 6;
/** How often one file may be packed: people compress what is compressed already. */
const MAX_DEPTH = 3;

/** The ways to unpack that browsers lack, by the name of the packing's file. */
export type MoreWays = Readonly<Record<string, Unpack>>;

interface PackedFile {
  readonly file: string;
  readonly more: MoreWays;
  readonly notes: UnpackNotes;
}

/**
 * Unpacks a file chunk by chunk, also when it was packed twice, and passes anything else through.
 * Yields cut or damaged data as far as it can be read. Rejects only when the source does.
 */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  packed: PackedFile,
  depth = 0,
): AsyncGenerator<Uint8Array> {
  const source = withHead(chunks, HEAD);
  const first = await source.next();
  if (first.done) return;
  const all = prepend(first.value, source);
  const packing = PACKINGS.find((one) => one.isIn(first.value, packed.file));
  if (!packing) {
    yield* all;
    return;
  }
  const unpack = depth < MAX_DEPTH ? (packing.unpack ?? wayFor(packing, packed.more)) : null;
  if (unpack === null) packed.notes.refuse(packing.name);
  // The name of the file is that of the outermost packing.
  else yield* unpacked(unpack(all, packed.notes), { ...packed, file: '' }, depth + 1);
}

function wayFor(packing: Packing, more: MoreWays): Unpack | null {
  const path = Object.keys(files).find((one) => files[one] === packing) ?? '';
  return more[path.slice('./packed/'.length, -3)] ?? null;
}

async function* prepend(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
