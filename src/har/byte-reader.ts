/** Takes an exact number of bytes from a stream of chunks. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** The bytes that are held, at least so many unless the stream ends. They stay held. */
  async peek(least: number): Promise<Uint8Array> {
    while (this.#held.length < least && !this.#ended) {
      const part = await this.#source.next();
      if (part.done) this.#ended = true;
      else this.#held = joined(this.#held, part.value);
    }
    return this.#held;
  }

  /** Takes that many of the held bytes. */
  drop(count: number): Uint8Array {
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  /** The next bytes, chunk by chunk; fewer when the stream ends. */
  async *take(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      const held = await this.peek(1);
      if (held.length === 0) return;
      const part = this.drop(Math.min(left, held.length));
      left -= part.length;
      yield part;
    }
  }

  close(): void {
    // Not awaited: a source that delivers nothing may never end.
    this.#source.return?.()?.catch(() => undefined);
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
