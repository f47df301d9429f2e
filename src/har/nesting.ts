/** How deep a scanner is in the brackets of a file, and at which depth its documents are. */
export class Nesting {
  /** Brackets that are open. */
  depth = 0;
  /** Where documents begin: 1 inside an outermost list, more inside wrappers. */
  #bases: { readonly base: number; readonly until: number }[] = [];

  /** The depth of documents here. */
  get base(): number {
    return this.#bases.at(-1)?.base ?? 0;
  }

  /** Inside a document, where others can be. */
  get inOuterDocument(): boolean {
    return (this.#bases.at(-1)?.until ?? 0) > 0;
  }

  /** In a document, where its keys matter. */
  get inDocument(): boolean {
    return this.depth > 0 && this.depth === this.base + 1;
  }

  /** The elements of the list or object that opens here are documents. */
  openDocuments(): void {
    this.#bases.push({ base: this.depth + 1, until: this.depth });
  }

  /** The object that opens here is a document inside another. */
  openWrapped(): void {
    this.#bases.push({ base: this.depth, until: this.depth });
  }

  /** A bracket closed. */
  close(): void {
    this.depth -= 1;
    while (this.#bases.at(-1)?.until === this.depth) this.#bases.pop();
  }
}
