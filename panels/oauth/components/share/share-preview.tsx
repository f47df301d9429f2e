import { type Signal, useSignalEffect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Placeholder } from '../../../../src/http/recording.ts';
import { count } from '../../../../src/words/numbers.ts';
import type { Ready } from '../../model/sharing.ts';
import { piecesOf } from '../../view/placeholder-marks.ts';
import { partsOf } from '../../view/preview-parts.ts';
import { visibleLines } from '../../view/visible.ts';

const ENTRIES = '"entries":[';
const LONGEST_SELECTION = 2_000;
const MARK = '[data-name]';

interface Props {
  readonly ready: Ready;
  /** Name of the placeholder whose places are marked. */
  readonly chosen: Signal<string | null>;
  /** What the user selects in the text. */
  readonly selected: Signal<string>;
}

/** Passes on what the user selects within an element. */
function useSelection(box: RefObject<HTMLElement | null>, selected: Signal<string>): void {
  useEffect(() => {
    const listen = () => {
      const selection = document.getSelection();
      if (!selection || !box.current?.contains(selection.anchorNode)) return;
      const text = selection.toString().trim();
      if (text !== '' && text.length <= LONGEST_SELECTION) selected.value = text;
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [box, selected]);
}

/** A click on a placeholder chooses it. By the keyboard, the list beside the text does. */
function useClicks(box: RefObject<HTMLElement | null>, chosen: Signal<string | null>): void {
  useEffect(() => {
    const element = box.current;
    const listen = ({ target }: Event) => {
      const mark = target instanceof Element ? target.closest<HTMLElement>(MARK) : null;
      if (mark?.dataset.name) chosen.value = mark.dataset.name;
    };
    element?.addEventListener('click', listen);
    return () => element?.removeEventListener('click', listen);
  }, [box, chosen]);
}

/** What a reader sees of the report: of a HAR, what follows its head, which lists the placeholders. */
function readable({ format, text, page }: Ready): string {
  if (page !== null) return page;
  return format.extension === 'har' ? text.slice(Math.max(text.indexOf(ENTRIES), 0)) : text;
}

interface PartProps {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

/** A part of the text. It is drawn again only when it changes. */
function Part({ text, placeholders }: PartProps) {
  return useMemo(
    () => (
      <pre>
        {piecesOf(text, placeholders).map((piece, index) =>
          piece.placeholder ? (
            <mark
              key={index}
              class="placeholder"
              title={piece.placeholder.name}
              data-name={piece.placeholder.name}
            >
              {visibleLines(piece.text)}
            </mark>
          ) : (
            visibleLines(piece.text)
          ),
        )}
      </pre>
    ),
    [text, placeholders],
  );
}

/** The text that will leave, with its placeholders marked. */
export function SharePreview({ ready, chosen, selected }: Props) {
  const [most, setMost] = useState(1);
  const box = useRef<HTMLElement>(null);
  useSelection(box, selected);
  useClicks(box, chosen);
  const whole = useMemo(() => readable(ready), [ready]);
  const parts = useMemo(() => partsOf(whole, most), [whole, most]);
  const placeholders = useMemo(() => ready.shown.map(({ placeholder }) => placeholder), [ready]);
  useSignalEffect(() => {
    for (const mark of box.current?.querySelectorAll<HTMLElement>(MARK) ?? []) {
      mark.classList.toggle('on', mark.dataset.name === chosen.value);
    }
  });
  const left = whole.length - parts.reduce((sum, part) => sum + part.length, 0);
  return (
    <section
      class="share-preview"
      aria-label="Preview"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard.
      tabIndex={0}
      data-testid="share-preview"
      ref={box}
    >
      {parts.map((text, index) => (
        <Part key={index} text={text} placeholders={placeholders} />
      ))}
      {left > 0 && (
        <button type="button" class="link" onClick={() => setMost(most + 1)}>
          show more ({count(left, 'more character')})
        </button>
      )}
    </section>
  );
}
