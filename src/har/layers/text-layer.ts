/** Takes the text of a HAR out of what somebody put it into, while it arrives in chunks. */
export interface TextLayer {
  /** The text inside so far; a layer may hold some back. */
  push(chunk: string): string;
  /** What was held back. */
  end(): string;
}
