import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import type { HarReadResult } from '../har/har-options.ts';
import { type HarStreamOptions, readHarStream } from '../har/read-har-stream.ts';

const CHUNK = 2 ** 20;

/** Name of a file in reports: without its folders, whose names may identify the user. */
export function displayName(path: string): string {
  return path === '-' ? 'standard input' : basename(path);
}

/**
 * Reads one HAR file, or standard input for `-`. Errors of the file system become a message.
 * Rejects only when the signal is aborted.
 */
export async function readInput(
  path: string,
  options: Omit<HarStreamOptions, 'file' | 'totalBytes'>,
): Promise<HarReadResult> {
  const file = displayName(path);
  try {
    const { stream, totalBytes } = await opened(path);
    if (options.signal) addAbortSignal(options.signal, stream);
    return await readHarStream(stream, { ...options, ...totalBytes, file });
  } catch (error) {
    options.signal?.throwIfAborted();
    return { ok: false, message: fileMessage(path, error), at: null };
  }
}

async function opened(
  path: string,
): Promise<{ readonly stream: Readable; readonly totalBytes: { readonly totalBytes?: number } }> {
  if (path === '-') return { stream: process.stdin, totalBytes: {} };
  const status = await stat(path);
  // The size of a pipe is not the size of its content.
  const totalBytes = status.isFile() ? { totalBytes: status.size } : {};
  return { stream: createReadStream(path, { highWaterMark: CHUNK }), totalBytes };
}

function fileMessage(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return `${path} does not exist`;
  if (code === 'EACCES') return `${path} may not be read`;
  if (code === 'EISDIR') return `${path} is a folder`;
  return `${path} could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
