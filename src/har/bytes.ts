const GZIP = [0x1f, 0x8b];
/** More than this is no HAR but an attack on the memory. */
const MAX_INFLATED = 2 ** 31;

/** The encoding that a file begins with: by its byte order mark, else by where `{` has its zero. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** The text of a HAR file (RFC 8259 section 8.1 says UTF-8; PowerShell writes UTF-16). Never throws. */
export function decodeHarBytes(bytes: Uint8Array): string {
  const decoder = new TextDecoder(encodingOf(bytes));
  try {
    return decoder.decode(bytes);
  } catch {
    // Longer than the longest string: the reader says that the rest is cut off.
    return decoder.decode(bytes.subarray(0, 2 ** 28));
  }
}

/** Decompresses a gzip file (RFC 1952), as much as is whole; gives back anything else as it is. */
export async function maybeGunzip(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  const parts: Uint8Array[] = [];
  let length = 0;
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      length += part.value.length;
      if (length > MAX_INFLATED) break;
    }
  } catch {
    // Cut off: what came so far is read as a truncated file.
  }
  await reader.cancel().catch(() => undefined);
  return length === 0 ? bytes : concat(parts, length);
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
