import type { Matcher } from '../../../src/search/search-query.ts';
import type { Hit } from '../../../src/search/search-recording.ts';
import { rowFactsAt } from '../view/row-facts.ts';
import { rangeIn, textBlocks } from '../view/text-blocks.ts';

/** More matches are not marked. */
const MOST = 2_000;
/** Milliseconds for one pass. What is left waits for the next change. */
const TURN = 25;

/** The matches that the panel shows below an element, in order. */
function rangesIn(root: Element, matcher: Matcher): Range[] {
  const ranges: Range[] = [];
  const since = performance.now();
  for (const block of textBlocks(root)) {
    let found = matcher.next(block.text, 0);
    for (; found; found = matcher.next(block.text, found.end)) {
      ranges.push(rangeIn(block, found.start, found.end));
      if (ranges.length >= MOST) return ranges;
    }
    if (performance.now() - since > TURN) return ranges;
  }
  return ranges;
}

/** The element that shows the text of a hit. */
function placeOf(hit: Hit, root: Element): Element | null {
  const { place, name, forms } = hit.text;
  const message = root.querySelector('[data-region="message"]');
  const flow = root.querySelector('[data-region="flow"]');
  if (place === 'title')
    return root.querySelector('[data-testid="flow"][aria-current="true"] .who');
  if (place === 'conclusion') return flow?.querySelector('[data-testid="verdict"]') ?? null;
  if (place === 'finding') return flow?.querySelector(`[data-check="${CSS.escape(name)}"]`) ?? null;
  if (name === '') return message?.querySelector(`[data-what="${place}"]`) ?? null;
  const rows = [...(message?.querySelectorAll('[role="tabpanel"] tr') ?? [])];
  const named = rows.filter((row) => rowFactsAt(row)?.name === name);
  const same = named.find((row) => rowFactsAt(row)?.value === forms[0]);
  return same ?? named[0] ?? message?.querySelector(`[data-what="${place}"]`) ?? null;
}

/** Within the place of a hit: the match itself, or what hides it. */
function rangeOf(hit: Hit, place: Element, matcher: Matcher, before: number): Range {
  const isRow = place.matches('tr');
  const cell = isRow ? place.querySelector(hit.at === 'name' ? 'th' : 'td') : null;
  const ranges = rangesIn(cell ?? place, matcher);
  const found = ranges[before] ?? ranges.at(-1);
  if (found) return found;
  const range = new Range();
  const hidden = place.querySelector('.masked, code') ?? cell ?? place;
  range.selectNodeContents(hidden);
  return range;
}

/** Scrolls every box around a range so that the range is inside. */
function scrollTo(range: Range): void {
  const { startContainer } = range;
  const start = startContainer instanceof Element ? startContainer : startContainer.parentElement;
  for (let box = start; box; box = box.parentElement) {
    const inner = range.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    if (box.scrollWidth > box.clientWidth + 1) {
      const isLeft = inner.left < outer.left;
      if (isLeft || inner.right > outer.right) {
        box.scrollLeft += inner.left - outer.left - box.clientWidth / 3;
      }
    }
    if (box.scrollHeight <= box.clientHeight + 1) continue;
    if (inner.top < outer.top || inner.bottom > outer.bottom) {
      box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
    }
  }
}

function setHighlight(name: string, ranges: readonly Range[]): void {
  CSS.highlights?.set(name, new Highlight(...ranges));
}

export function clearMarks(): void {
  if (typeof CSS === 'undefined') return;
  CSS.highlights?.delete('found');
  CSS.highlights?.delete('found-here');
}

interface Marked {
  readonly matcher: Matcher;
  readonly hit: Hit | null;
  /** How many visible matches stand before it in its text. */
  readonly before: number;
}

/** Marks all shown matches, and the hit in another colour. True when the place of the hit is shown. */
export function markHits(
  root: Element,
  { matcher, hit, before }: Marked,
  scroll: boolean,
): boolean {
  const main = root.querySelector('main') ?? root;
  const canMark = typeof Highlight !== 'undefined';
  if (canMark) setHighlight('found', rangesIn(main, matcher));
  const place = hit && placeOf(hit, main);
  if (!hit || !place) {
    if (canMark) setHighlight('found-here', []);
    return false;
  }
  const folded = place.querySelector<HTMLElement>('[data-finding][aria-expanded="false"]');
  if (hit.text.place === 'finding' && folded) folded.click();
  const range = rangeOf(hit, place, matcher, before);
  if (canMark) setHighlight('found-here', [range]);
  if (scroll) scrollTo(range);
  return true;
}
