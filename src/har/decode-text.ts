/** Size of the pieces that are read at once: large enough to be fast, small enough for pauses. */
const PIECE = 2 ** 20;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a file, by its byte order mark, else by the zero byte beside the first `{`. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** The text of bytes that are all ASCII; null for others. It is faster than a decoder. */
export type AsciiText = (bytes: Uint8Array) => string | null;

/**
 * The text of a HAR file. RFC 8259 section 8.1 requires UTF-8, but PowerShell writes UTF-16. Bytes
 * that are not valid, such as half a character, become U+FFFD.
 */
export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  asciiText: AsciiText = () => null,
): AsyncGenerator<string> {
  let decoder: PieceDecoder | null = null;
  for await (const chunk of withHead(chunks, 2)) {
    decoder ??= new PieceDecoder(encodingOf(chunk), asciiText);
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield decoder.textOf(chunk.subarray(at, at + PIECE));
    }
  }
  if (decoder) yield decoder.end();
}

/** Decodes pieces that may end inside a character. */
class PieceDecoder {
  readonly #decoder: TextDecoder;
  readonly #asciiText: AsciiText;
  /** The last piece may have ended inside a character, or nothing was decoded yet. */
  #isOpen = true;

  constructor(encoding: Encoding, asciiText: AsciiText) {
    this.#decoder = new TextDecoder(encoding);
    this.#asciiText = encoding === 'utf-8' ? asciiText : () => null;
  }

  textOf(piece: Uint8Array): string {
    const text = this.#isOpen ? null : this.#asciiText(piece);
    if (text !== null) return text;
    this.#isOpen = (piece.at(-1) ?? 0) > 0x7f;
    return this.#decoder.decode(piece, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
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
