import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import type { Message } from '../oauth/message.ts';

/** Where in a flow or a message a text stands. */
export type TextPlace =
  | 'title'
  | 'conclusion'
  | 'finding'
  | 'URL'
  | 'parameter'
  | 'request header'
  | 'response header'
  | 'request body'
  | 'response body'
  | 'token';

/** One text that can be found, with its name. */
export interface SearchText {
  readonly place: TextPlace;
  /** Name of the parameter, header or claim, or the id of the check. Empty for a text without one. */
  readonly name: string;
  /**
   * The value as shown, then as sent and decoded further. A later form counts only where the search
   * does not find an earlier one.
   */
  readonly forms: readonly string[];
}

/** Texts of each message that belong together. Each is one file in `texts`. */
export interface MessageTexts {
  readonly order: number;
  readonly texts: (message: Message) => Iterable<SearchText>;
}

/** The texts of one message, or of the flow as a whole, when `step` is null. */
export interface SearchPiece {
  readonly flow: string;
  /** Index of the message in its flow. */
  readonly step: number | null;
  /** Key of the step. */
  readonly key: string | null;
  readonly texts: readonly SearchText[];
}

/** Flows that are searched, in their order. */
export type Searched = readonly AnalysedFlow[];
