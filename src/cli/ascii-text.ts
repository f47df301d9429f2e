import { isAscii } from 'node:buffer';

/** The text of bytes that are all ASCII; null for others. Node copies such bytes without decoding them. */
export function asciiText(bytes: Uint8Array): string | null {
  if (!isAscii(bytes)) return null;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
