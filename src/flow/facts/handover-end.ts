import { responseText } from '../../oauth/exchange-view.ts';
import { type CodeHandover, endOfHandover } from '../../oauth/kinds/code-handover.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { ownErrorOf } from '../../oauth/values/own-error.ts';
import type { Flow } from '../flow.ts';
import { wordsOf } from './page-text.ts';

/** How the handovers of a flow ended together; null when it has none. */
export function handedOver({ messages }: Flow): 'taken' | 'refused' | 'unknown' | null {
  const ends = messages.flatMap((message) =>
    message.kind === 'code-handover' ? [endOfHandover(message)] : [],
  );
  if (ends.length === 0) return null;
  if (ends.includes('taken')) return 'taken';
  return ends.includes('unknown') ? 'unknown' : 'refused';
}

/** The code of the refusal and the words of the back end, each null when it gave none. */
export function wordsOfBackEnd({ exchange }: CodeHandover): {
  readonly code: string | null;
  readonly words: string | null;
} {
  const json = parseJsonObject(responseText(exchange) ?? '');
  if (json) return ownErrorOf(json) ?? { code: null, words: null };
  return { code: null, words: wordsOf(exchange)?.trim() || null };
}
