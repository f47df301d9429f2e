import { signal } from '@preact/signals';
import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Message } from '../../../src/oauth/message.ts';

const words = new WeakMap<Message, string>();

/** Raised whenever the decoded values of more messages are known. */
export const decodedCount = signal(0);

/** Remembers the decoded values of a message, in lower case. */
export function setDecoded(message: Message, text: string): void {
  words.set(message, text);
}

export function isDecoded(message: Message): boolean {
  return words.has(message);
}

/** Whether a decoded value of the flow has a text. False as long as the values are not decoded. */
export function hasDecoded({ flow }: AnalysedFlow, value: string): boolean {
  return flow.messages.some((message) => words.get(message)?.includes(value));
}
