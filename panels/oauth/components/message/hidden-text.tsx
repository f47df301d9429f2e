import { useState } from 'preact/hooks';
import { hideIn } from '../../view/masking.ts';
import { named } from '../../view/shown-names.ts';
import { LongText } from './long-text.tsx';

/**
 * Limit in characters. Hiding compares every secret at every character, so the rest of a longer
 * text waits for revealing.
 */
const LONGEST = 2_000_000;

interface Props {
  readonly text: string;
  readonly secrets: readonly string[];
  /** Name of the text, for the button. */
  readonly what: string;
}

/** A longer text whose secrets are hidden until the user reveals this text. */
export function HiddenText({ text, secrets, what }: Props) {
  const [revealed, setRevealed] = useState(false);
  const cut = text.length > LONGEST;
  const part = cut ? text.slice(0, LONGEST) : text;
  const hidden = hideIn(part, secrets);
  const hides = hidden !== named(part);
  return (
    <div class="hidden-text" data-what={what}>
      {hides && (
        <button
          type="button"
          class="plain"
          aria-pressed={revealed}
          onClick={() => setRevealed(!revealed)}
        >
          {revealed ? 'Hide secrets' : 'Reveal secrets'} in {what}
        </button>
      )}
      <LongText block text={revealed ? named(text) : hidden} />
      {cut && !revealed && (
        <p class="note quiet">
          Only the first {LONGEST.toLocaleString('en')} of {text.length.toLocaleString('en')}{' '}
          characters can be shown with secrets hidden.{' '}
          {!hides && (
            <button type="button" class="link" onClick={() => setRevealed(true)}>
              Show all of it
            </button>
          )}
        </p>
      )}
    </div>
  );
}
