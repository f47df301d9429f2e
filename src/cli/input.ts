import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { HarReadResult } from '../har/collect.ts';
import { readHarFile, readHarStream } from '../har/stream.ts';
import type { Exchange } from '../http/exchange.ts';

/** Above this a file is not held in memory as a whole. */
const WHOLE_LIMIT = 2 ** 28;

interface InputOptions {
  readonly source: number;
  readonly keep: (exchange: Exchange) => boolean;
}

/** Name of a file in reports: without its folders, which may name a person. */
export function displayName(path: string): string {
  return path === '-' ? 'standard input' : basename(path);
}

/** Reads one HAR file, or standard input for `-`. Errors of the file system become a message. */
export async function readInput(path: string, options: InputOptions): Promise<HarReadResult> {
  const file = displayName(path);
  try {
    if (path === '-') return await readHarFile(await bytesOf(process.stdin), { ...options, file });
    if (await isLarge(path)) {
      return await readHarStream(createReadStream(path), { ...options, file });
    }
    return await readHarFile(await bytesOf(createReadStream(path)), { ...options, file });
  } catch (error) {
    return { ok: false, message: fileMessage(path, error), at: null };
  }
}

/** Whether a file is too large to be held as a whole; what is compressed has to be. */
async function isLarge(path: string): Promise<boolean> {
  const { size } = await stat(path);
  if (size <= WHOLE_LIMIT) return false;
  const handle = await open(path);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] !== 0x1f || buffer[1] !== 0x8b;
  } finally {
    await handle.close();
  }
}

async function bytesOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function fileMessage(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `${path} does not exist`;
  if (code === 'EACCES') return `${path} may not be read`;
  if (code === 'EISDIR') return `${path} is a folder`;
  return `${path} could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
