import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { breathe, createPace } from '../../../src/http/pace.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { messageTexts } from '../../../src/search/search-pieces.ts';
import { decodedCount, isDecoded, setDecoded, setSought, unsought } from '../view/decoded-words.ts';

/** Milliseconds of work before a pause. */
const TURN = 10;
/** Characters of the decoded values of one message that are kept. The rest is decoded for each word. */
const KEPT = 6_000;

/** The decoded values of a message, without its headers. */
function* formsOf(message: Message): Generator<string> {
  for (const { place, forms } of messageTexts(message)) {
    if (!place.endsWith('header')) yield* forms;
  }
}

function decode(message: Message): void {
  let text = '';
  for (const form of formsOf(message)) {
    text += `${form}\n`;
    if (text.length > KEPT) break;
  }
  setDecoded(message, text.slice(0, KEPT).toLowerCase(), text.length <= KEPT);
}

function seek(message: Message, words: readonly string[]): void {
  const left = new Set(words);
  for (const form of formsOf(message)) {
    const text = form.toLowerCase();
    for (const word of left) if (text.includes(word)) left.delete(word);
    if (left.size === 0) break;
  }
  for (const word of words) setSought(message, word, !left.has(word));
}

/** Finds out which messages have the words in their decoded values, with pauses. */
export async function decodeWords(
  flows: readonly AnalysedFlow[],
  words: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const pace = createPace(TURN);
  let isNew = false;
  for (const { flow } of flows) {
    for (const message of flow.messages) {
      if (!isDecoded(message)) {
        decode(message);
        isNew = true;
      }
      const left = unsought(message, words);
      if (left.length > 0) {
        seek(message, left);
        isNew = true;
      }
      if (!pace.isDue()) continue;
      await breathe();
      if (signal.aborted) return;
      pace.rested();
    }
  }
  if (isNew) decodedCount.value += 1;
}
