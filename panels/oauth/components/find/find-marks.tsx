import { useEffect } from 'preact/hooks';
import type { Hit } from '../../../../src/search/search-recording.ts';
import { clearMarks, markHits } from '../../actions/mark-hits.ts';
import { useStore } from '../../model/context.ts';
import type { Store } from '../../model/store.ts';
import { isHiddenHit } from '../../view/hit-excerpt.ts';
import { hitSecrets } from '../../view/hit-secrets.ts';

/** How many matches of the same text stand before a hit and are not hidden. */
function shownBefore(hits: readonly Hit[], index: number, secrets: readonly string[]): number {
  const hit = hits[index];
  if (!hit) return 0;
  const from = index - hit.ordinal;
  return hits.slice(Math.max(from, 0), index).filter((one) => !isHiddenHit(one, secrets)).length;
}

function mark(store: Store, scroll: boolean): boolean {
  const root = document.querySelector('.app');
  const { matcher, hits, at } = store.find;
  if (!root || !matcher.value) return false;
  const hit = hits.value[at.value] ?? null;
  const secrets = hit ? hitSecrets(hit, store.flows.value) : [];
  const before = shownBefore(hits.value, at.value, secrets);
  return markHits(root, { matcher: matcher.value, hit, before }, scroll);
}

/** Marks what was found, again after each change of what is shown. */
export function FindMarks() {
  const store = useStore();
  const { matcher, at } = store.find;
  const [current, index] = [matcher.value, at.value];
  const count = store.find.hits.value.length;
  useEffect(() => {
    const main = document.querySelector('main');
    if (!current || !main) return;
    // The hit is scrolled to once, when its place has been drawn.
    let scrolled = false;
    let frame = 0;
    const update = () => {
      frame = 0;
      scrolled = mark(store, !scrolled) || scrolled;
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(update);
    };
    later();
    const observer = new MutationObserver(later);
    observer.observe(main, { subtree: true, childList: true, characterData: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearMarks();
    };
  }, [store, current, index, count > 0]);
  return null;
}
