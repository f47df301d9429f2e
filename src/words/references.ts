/** A phrase of a text that stands for something else of the recording. Reports print the phrase. */
export interface Reference {
  /** The phrase, as it stands in the text. */
  readonly words: string;
  /** The message of an exchange, or the attempt that it belongs to. */
  readonly to: 'attempt' | 'message';
  /** Id of the exchange. */
  readonly exchange: string;
}

interface HasExchange {
  readonly exchange: { readonly id: string };
}

/** A phrase for the attempt that a message belongs to. */
export function toAttempt(words: string, { exchange }: HasExchange): Reference {
  return { words, to: 'attempt', exchange: exchange.id };
}

/** A phrase for a message. */
export function toMessage(words: string, { exchange }: HasExchange): Reference {
  return { words, to: 'message', exchange: exchange.id };
}

/** A part of a text, with what it stands for. */
export interface TextPart {
  readonly text: string;
  readonly reference: Reference | null;
}

/** Splits a text at the first place of each phrase. Phrases that it does not have are left out. */
export function withReferences(
  text: string,
  references: readonly Reference[],
): readonly TextPart[] {
  const places = references
    .map((reference) => ({ reference, at: text.indexOf(reference.words) }))
    .filter(({ at, reference }) => at >= 0 && reference.words !== '')
    .sort((a, b) => a.at - b.at);
  const parts: TextPart[] = [];
  let end = 0;
  for (const { at, reference } of places) {
    if (at < end) continue;
    if (at > end) parts.push({ text: text.slice(end, at), reference: null });
    parts.push({ text: reference.words, reference });
    end = at + reference.words.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), reference: null });
  return parts;
}
