import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import { breathe, createPace } from '../../../src/http/pace.ts';
import type { Message } from '../../../src/oauth/message.ts';
import { messageTexts } from '../../../src/search/search-pieces.ts';
import { decodedCount, isDecoded, setDecoded } from '../view/decoded-words.ts';

/** Milliseconds of work before a pause. */
const TURN = 10;
/** Characters of one value, and of one message, that the filter looks at. The search has no limit. */
const LONGEST_VALUE = 2_000;
const LONGEST = 6_000;

function wordsOf(message: Message): string {
  let text = '';
  for (const { place, forms } of messageTexts(message)) {
    if (place.endsWith('header')) continue;
    for (const form of forms) if (form.length <= LONGEST_VALUE) text += `${form}\n`;
    if (text.length > LONGEST) break;
  }
  return text.slice(0, LONGEST).toLowerCase();
}

/** Decodes the values of messages for the filter, with pauses. */
export async function decodeWords(
  flows: readonly AnalysedFlow[],
  signal: AbortSignal,
): Promise<void> {
  const pace = createPace(TURN);
  let isNew = false;
  for (const { flow } of flows) {
    for (const message of flow.messages) {
      if (isDecoded(message)) continue;
      setDecoded(message, wordsOf(message));
      isNew = true;
      if (!pace.isDue()) continue;
      await breathe();
      if (signal.aborted) return;
      pace.rested();
    }
  }
  if (isNew) decodedCount.value += 1;
}
