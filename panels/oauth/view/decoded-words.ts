import { signal } from '@preact/signals';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Message } from '../../../src/oauth/message.ts';

/** What is known of the decoded values of a message. */
interface Decoded {
  /** Their beginning, in lower case. */
  readonly text: string;
  /** Whether the text has all of them. */
  readonly isWhole: boolean;
  /** The words that were searched for in all of them, and whether they were found. */
  readonly sought: Map<string, boolean>;
}

/** Words that are remembered for each message. */
const MOST_WORDS = 50;

const known = new WeakMap<Message, Decoded>();

/** Raised whenever more is known of the decoded values. */
export const decodedCount = signal(0);

/** Remembers the beginning of the decoded values of a message, in lower case. */
export function setDecoded(message: Message, text: string, isWhole: boolean): void {
  known.set(message, { text, isWhole, sought: new Map() });
}

export function isDecoded(message: Message): boolean {
  return known.has(message);
}

/** The words that nobody has searched for in all decoded values of a message. */
export function unsought(message: Message, words: readonly string[]): readonly string[] {
  const decoded = known.get(message);
  if (!decoded || decoded.isWhole) return [];
  return words.filter((word) => !decoded.text.includes(word) && !decoded.sought.has(word));
}

/** Remembers whether a word stands anywhere in the decoded values of a message. */
export function setSought(message: Message, word: string, isFound: boolean): void {
  const sought = known.get(message)?.sought;
  if (sought && sought.size >= MOST_WORDS) sought.clear();
  sought?.set(word, isFound);
}

/** Whether a decoded value of the flow has a text. False as long as that is not known. */
export function hasDecoded({ flow }: AnalysedFlow, value: string): boolean {
  return flow.messages.some((message) => {
    const decoded = known.get(message);
    return decoded && (decoded.text.includes(value) || decoded.sought.get(value) === true);
  });
}
