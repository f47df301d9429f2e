/** Characters, as many as `length` says. Their memory is used again for the next ones. */
export class Layer {
  readonly codes: Uint16Array;
  length = 0;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
  }

  push(unit: number): void {
    this.codes[this.length] = unit;
    this.length += 1;
  }

  hasRoom(more: number): boolean {
    return this.length + more <= this.codes.length;
  }
}
