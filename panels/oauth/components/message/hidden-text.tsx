import { useState } from 'preact/hooks';
import { hideIn } from '../../view/masking.ts';
import { LongText } from './long-text.tsx';

/** Hiding looks for every secret in every character, so longer texts are hidden in part only. */
const LONGEST = 2_000_000;

interface Props {
  readonly text: string;
  readonly secrets: readonly string[];
  /** What the text is, for the button's name. */
  readonly what: string;
}

/** A longer text with its secrets hidden, until somebody asks for this one text. */
export function HiddenText({ text, secrets, what }: Props) {
  const [revealed, setRevealed] = useState(false);
  const cut = text.length > LONGEST;
  const hidden = hideIn(cut ? text.slice(0, LONGEST) : text, secrets);
  const hides = hidden !== (cut ? text.slice(0, LONGEST) : text);
  return (
    <div class="hidden-text">
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
      <LongText block text={revealed ? text : hidden} />
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
