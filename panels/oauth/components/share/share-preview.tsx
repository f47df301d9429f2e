import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { htmlText } from '../../../../src/http/html-text.ts';
import type { Placeholder } from '../../../../src/http/recording.ts';
import { count } from '../../../../src/words/numbers.ts';
import type { Ready } from '../../model/sharing.ts';
import { piecesOf } from '../../view/placeholder-marks.ts';
import { beginning, visibleLines } from '../../view/visible.ts';

const FIRST = 20_000;
const STEP = 100_000;
const LONGEST_PAGE = 2_000_000;
const ENTRIES = '"entries":[';
const LONGEST_SELECTION = 2_000;

interface Props {
  readonly ready: Ready;
  readonly placeholders: readonly Placeholder[];
  /** Name of the placeholder whose places are marked. */
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  readonly onSelect: (text: string) => void;
}

/** Passes on what the user selects within an element. */
function useSelection(onSelect: (text: string) => void) {
  const box = useRef<HTMLPreElement>(null);
  useEffect(() => {
    const listen = () => {
      const selection = document.getSelection();
      if (!selection || !box.current?.contains(selection.anchorNode)) return;
      const text = selection.toString().trim();
      if (text !== '' && text.length <= LONGEST_SELECTION) onSelect(text);
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [onSelect]);
  return box;
}

/** Passes on the placeholder that is clicked. By the keyboard, the list beside the text has it. */
function useClicks(box: RefObject<HTMLElement | null>, onChoose: (name: string) => void): void {
  useEffect(() => {
    const element = box.current;
    const listen = ({ target }: Event) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>('[data-name]') : null;
      if (mark?.dataset.name) onChoose(mark.dataset.name);
    };
    element?.addEventListener('click', listen);
    return () => element?.removeEventListener('click', listen);
  }, [box, onChoose]);
}

/**
 * What a reader sees of the report. A page is shown as its text, and a HAR without its head, which lists
 * the placeholders.
 */
function readable({ format, text }: Ready): string {
  if (format.extension === 'html') return htmlText(text.slice(0, LONGEST_PAGE)).text;
  return format.extension === 'har' ? text.slice(Math.max(text.indexOf(ENTRIES), 0)) : text;
}

/** The text that will leave, with its placeholders marked. */
export function SharePreview({ ready, placeholders, chosen, onChoose, onSelect }: Props) {
  const [limit, setLimit] = useState(FIRST);
  const box = useSelection(onSelect);
  useClicks(box, onChoose);
  const whole = useMemo(() => readable(ready), [ready]);
  const part = beginning(whole, limit);
  const pieces = useMemo(() => piecesOf(part, placeholders), [part, placeholders]);
  const left = whole.length - part.length;
  return (
    // A region that scrolls must be reachable by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="share-preview" aria-label="Preview" tabIndex={0} data-testid="share-preview">
      <pre ref={box}>
        {pieces.map(({ text, placeholder }, index) =>
          placeholder ? (
            <mark
              key={index}
              class={placeholder.name === chosen ? 'placeholder on' : 'placeholder'}
              title={placeholder.name}
              data-name={placeholder.name}
            >
              {visibleLines(text)}
            </mark>
          ) : (
            visibleLines(text)
          ),
        )}
      </pre>
      {left > 0 && (
        <button type="button" class="link" onClick={() => setLimit(limit + STEP)}>
          show more ({count(left, 'more character')})
        </button>
      )}
    </section>
  );
}
