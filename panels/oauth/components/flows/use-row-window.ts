import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels. All rows are equally high, so that no row has to be measured. */
export const ROW_HEIGHT = 40;
/** Rows that are drawn above and below those that are seen. */
const BEYOND = 6;
/** A scroll by fewer rows draws nothing anew. */
const STEP = 4;
/** Rows that are drawn before the height of the list is known. */
const FIRST = 24;
/** Pixels from the end of the list that still count as its end. */
const NEAR = ROW_HEIGHT / 2;

/** How the list was before it was drawn anew. */
interface Before {
  readonly keys: readonly string[];
  readonly order: string;
  readonly top: number;
  readonly atEnd: boolean;
}

/** The rows of a list. */
interface Rows {
  readonly keys: readonly string[];
  /** Index of the selected row, or a negative number. */
  readonly current: number;
  /** Name of the order of the rows. */
  readonly order: string;
  /** Whether new rows come at the top. */
  readonly followsTop: boolean;
}

/** The top of a list whose rows have changed, such that the seen rows stay where they are. */
function topAfter({ keys: before, top, atEnd, order }: Before, rows: Rows, height: number): number {
  const { keys, followsTop } = rows;
  if (order !== rows.order) return Math.max(0, rows.current * ROW_HEIGHT - height / 2);
  if (atEnd && !followsTop) return keys.length * ROW_HEIGHT;
  if (followsTop && top < NEAR) return 0;
  const first = Math.floor(top / ROW_HEIGHT);
  for (let index = first; index < before.length; index += 1) {
    const found = keys.indexOf(before[index] ?? '');
    if (found >= 0) return top + (found - index) * ROW_HEIGHT;
  }
  return top;
}

/**
 * The part of a long list that is drawn. New rows do not move the rows that are seen; the list follows
 * the end at which new rows come while that end is seen. The selected row is scrolled into view when it
 * changes.
 */
export function useRowWindow(rows: Rows) {
  const { keys, current, order } = rows;
  const box = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  const [seen, setSeen] = useState(FIRST);
  const before = useRef<Before>({ keys: [], order, top: 0, atEnd: true });
  const currentKey = keys[current];
  const isEmpty = keys.length === 0;

  const note = () => {
    const element = box.current;
    if (!element) return;
    const { scrollTop: top, clientHeight: height } = element;
    const count = before.current.keys.length;
    const atEnd = count === 0 || top + height >= count * ROW_HEIGHT - NEAR;
    before.current = { ...before.current, top, atEnd };
    setStart(Math.floor(top / ROW_HEIGHT / STEP) * STEP);
    if (height > 0) setSeen(Math.ceil(height / ROW_HEIGHT));
  };

  useLayoutEffect(() => {
    const element = box.current;
    const known = before.current;
    before.current = { ...known, keys, order };
    if (!element || known.keys === keys) return;
    const top = topAfter(known, rows, element.clientHeight);
    if (top !== element.scrollTop) element.scrollTop = top;
    note();
  }, [keys, order]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || currentKey === undefined) return;
    const [top, height] = [current * ROW_HEIGHT, element.clientHeight];
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW_HEIGHT > element.scrollTop + height)
      element.scrollTop = top + ROW_HEIGHT - height;
    else return;
    note();
  }, [currentKey]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sizes = new ResizeObserver(note);
    sizes.observe(element);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', note);
    };
  }, [isEmpty]);

  const drawn = {
    from: Math.max(0, start - BEYOND),
    to: Math.min(keys.length, start + seen + STEP + BEYOND),
  };
  return { box, ...drawn, page: () => Math.max(1, seen - 1) };
}
