/** Finds the ends of the comments that some programs write into JSON, in text that arrives in chunks. */
export class CommentSkipper {
  /** `/` is a slash that may begin a comment; `*` at the end of a chunk may end one. */
  #state: '' | '/' | 'line' | 'block' | '*' = '';

  /** The text so far ends in a comment or after a slash. */
  get inside(): boolean {
    return this.#state !== '';
  }

  /** There was a slash outside strings. */
  begin(): void {
    this.#state = '/';
  }

  /** Returns the index after the comment, or the end of the chunk. */
  skip(chunk: string, at: number): number {
    const char = chunk[at];
    if (this.#state === '/') {
      this.#state = char === '/' ? 'line' : char === '*' ? 'block' : '';
      return this.inside ? at + 1 : at;
    }
    if (this.#state === '*' && char === '/') return this.#end(at);
    const end = this.#state === 'line' ? chunk.indexOf('\n', at) : chunk.indexOf('*/', at);
    if (end >= 0) return this.#end(this.#state === 'line' ? end : end + 1);
    if (this.#state !== 'line') this.#state = chunk.endsWith('*') ? '*' : 'block';
    return chunk.length;
  }

  #end(at: number): number {
    this.#state = '';
    return at + 1;
  }
}
