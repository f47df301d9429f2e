/** A shorter sentence is a code or a greeting. */
const MIN_SENTENCE = 20;
/** Ids and times that servers write behind what they say. */
const IDS = /\s*\b(?:trace|correlation|request|activity) ?id ?:[\s\S]*$/i;

/**
 * The words of a server without the ids behind them, and when they are long, whole sentences of
 * them.
 */
export function tellingWords(text: string, max: number): string {
  const start = text.replace(IDS, '');
  const words = start.trim() === '' ? text : start;
  if (words.length <= max) return words;
  const end = words.slice(0, max).search(/[.!?](?=\s)(?![\s\S]*[.!?]\s)/);
  return end > MIN_SENTENCE ? `${words.slice(0, end + 1)} …` : words;
}
