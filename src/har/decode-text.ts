/** Size of the pieces that are read at once: large enough to be fast, small enough for pauses. */
const PIECE = 2 ** 18;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a file, by its byte order mark, else by the zero byte beside the first `{`. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/**
 * The text of a HAR file. RFC 8259 section 8.1 requires UTF-8, but PowerShell writes UTF-16. Bytes
 * that are not valid, such as half a character, become U+FFFD.
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of withHead(chunks, 2)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decoder.decode(chunk.subarray(at, at + PIECE), { stream: true });
    }
  }
  if (decoder) yield decoder.decode();
}

/** The same bytes, with at least so many in the first chunk if there are: they show the format. */
export async function* withHead(
  chunks: AsyncIterable<Uint8Array>,
  least: number,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array();
  for await (const chunk of chunks) {
    if (head === null) {
      yield chunk;
      continue;
    }
    const joined: Uint8Array = head.length === 0 ? chunk : concat(head, chunk);
    head = joined.length < least ? joined : null;
    if (head === null) yield joined;
  }
  if (head !== null && head.length > 0) yield head;
}

/** Cuts a whole text into pieces. */
export function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function concat(head: Uint8Array, rest: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + rest.length);
  whole.set(head);
  whole.set(rest, head.length);
  return whole;
}
