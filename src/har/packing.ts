import type { Damage } from './inflate.ts';

/** What unpacking finds out beside the content. */
export interface UnpackNotes {
  damage(kind: Damage): void;
  /** A file in an archive. */
  named(file: string): void;
  /** Nothing here can unpack it; the packing's name. */
  refuse(name: string): void;
}

/** Unpacks a stream as far as it can be read. */
export type Unpack = (
  chunks: AsyncIterable<Uint8Array>,
  notes: UnpackNotes,
) => AsyncIterable<Uint8Array>;

/** A way to pack a file. Each is a file in `packed/`, found by the build. */
export interface Packing {
  /** What to call it: `a 7-Zip archive`. */
  readonly name: string;
  /** Null when browsers cannot unpack it; the command line can bring its own way. */
  readonly unpack: Unpack | null;
  /** Whether a file with this name begins like that. */
  isIn(head: Uint8Array, file: string): boolean;
}

/** Whether the bytes begin with these. */
export function beginsWith(head: Uint8Array, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}
