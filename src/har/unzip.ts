import { ByteReader } from './byte-reader.ts';
import { inflated } from './inflate.ts';
import { beginsWith, type UnpackNotes } from './packing.ts';

/** APPNOTE.TXT section 4.3.7: the header of a file without its name. */
const HEADER = 30;
const MAX_NAMES = 100;

/** The header of a file in an archive. */
interface ZippedFile {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  /** Null when it stands behind the data. */
  readonly size: number | null;
}

/**
 * The HARs and traces of a ZIP archive, one after another. Reads the archive from its beginning, so
 * that it may arrive in chunks. Leaves out other files, and those that are encrypted.
 */
export async function* unzipped(
  chunks: AsyncIterable<Uint8Array>,
  notes: UnpackNotes,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(chunks);
  let named = 0;
  try {
    for (let file = await header(reader); file !== null; file = await header(reader)) {
      named += 1;
      if (named <= MAX_NAMES) notes.named(file.name);
      const data = file.size === null ? untilDescriptor(reader) : reader.take(file.size);
      if (!isRead(file)) for await (const _ of data);
      else if (file.method === 0) yield* data;
      else yield* inflated(data, 'deflate-raw', notes.damage);
    }
  } finally {
    reader.close();
  }
}

/** A HAR, or the network log of a Playwright trace. Its archive has bodies beside it, by digest. */
function isRead({ name, encrypted, method }: ZippedFile): boolean {
  if (encrypted || (method !== 0 && method !== 8)) return false;
  if (/^__MACOSX\/|(?:^|\/)\._|(?:^|\/)[0-9a-f]{40}\.\w+$/.test(name)) return false;
  return /\.har(?:\.\w+)?$|\.network$|^[^/]*\.json$/i.test(name);
}

/** The next file; null where the list of all files begins, or the archive ends. */
async function header(reader: ByteReader): Promise<ZippedFile | null> {
  const head = await reader.peek(HEADER);
  if (head.length < HEADER || !beginsWith(head, 0x50, 0x4b, 0x03, 0x04)) return null;
  const nameLength = u16(head, 26);
  const extraLength = u16(head, 28);
  const whole = await reader.peek(HEADER + nameLength + extraLength);
  const name = new TextDecoder().decode(whole.subarray(HEADER, HEADER + nameLength));
  const extra = whole.subarray(HEADER + nameLength, HEADER + nameLength + extraLength);
  const flags = u16(head, 6);
  const size = u32(head, 18);
  reader.drop(HEADER + nameLength + extraLength);
  return {
    name,
    encrypted: (flags & 1) !== 0,
    method: u16(head, 8),
    size: (flags & 8) !== 0 ? null : size === 0xffffffff ? zip64Size(extra) : size,
  };
}

/** Section 4.5.3: the size of a large file stands behind its uncompressed size. */
function zip64Size(extra: Uint8Array): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + u16(extra, at + 2)) {
    if (u16(extra, at) === 1 && at + 20 <= extra.length) return u64(extra, at + 12);
  }
  return 0;
}

/**
 * The data of a file whose size follows it (section 4.3.9). They end where a descriptor has the
 * number of bytes up to it.
 */
async function* untilDescriptor(reader: ByteReader): AsyncGenerator<Uint8Array> {
  let total = 0;
  for (;;) {
    const held = await reader.peek(24);
    if (held.length < 4) return;
    const at = descriptorIn(held);
    const count = at < 0 ? held.length - 3 : at;
    total += count;
    if (count > 0) yield reader.drop(count);
    if (at < 0) continue;
    const tail = await reader.peek(24);
    const small = tail.length >= 16 && u32(tail, 8) === total;
    const large = tail.length >= 24 && u64(tail, 8) === total;
    if (large || small) {
      reader.drop(large ? 24 : 16);
      return;
    }
    total += 1;
    yield reader.drop(1);
  }
}

function descriptorIn(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (beginsWith(bytes.subarray(at, at + 4), 0x50, 0x4b, 0x07, 0x08)) return at;
  }
  return -1;
}

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 2 ** 8;
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) + u16(bytes, at + 2) * 2 ** 16;
}

function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32;
}
