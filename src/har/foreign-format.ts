import type { Loose } from './loose.ts';

/** The beginning of a file without entries. */
export interface FileHead {
  /** The first characters of the text, without white space before them. */
  readonly start: string;
  /** The first outermost object of a JSON file; empty when there is none. */
  readonly document: Loose;
  /** The names of the files in an archive; empty for other files. */
  readonly names: readonly string[];
}

/**
 * A format that people have instead of a HAR. Each is a file in `foreign/`, found by the build;
 * `docs/har.md` lists them.
 */
export interface ForeignFormat {
  /** What to call such a file: `a Postman collection`. */
  readonly name: string;
  /** How to get a HAR out of the program, in whole sentences. */
  readonly advice: string;
  looksLike(head: FileHead): boolean;
}

/** The advice for what a browser recorded in another format. */
export const FROM_BROWSER =
  'Record the login again with DevTools open and export the Network panel as HAR.';

/** The advice for every file that Charles saves. */
export const CHARLES = 'Open it in Charles: File, Export Session, format HTTP Archive (.har).';

/** The advice for what a program without such an export sent. */
export const FROM_PROXY =
  'Send the requests through a proxy that writes HAR, for example mitmproxy: mitmdump --set hardump=login.har';

/** Whether the object has all these members. */
export function hasMembers(document: Loose, ...names: readonly string[]): boolean {
  return names.every((name) => name in document);
}
