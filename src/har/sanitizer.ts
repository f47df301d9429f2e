/**
 * A program that replaces values of HAR files before they are shared. Each is a file in
 * `sanitizers/`, found by the build.
 */
export interface Sanitizer {
  /** In a sentence: `This file went through …`. */
  readonly name: string;
  /** What can no longer be known, as a whole sentence. */
  readonly hides: string;
  /** Matches `creator.name` of a program that signs its files; null otherwise. */
  readonly creator: RegExp | null;
  /** Whether a URL, a header value or a body has its mark. */
  leavesMark(text: string): boolean;
}
