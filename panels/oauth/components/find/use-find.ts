import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { matcherOf, matcherOfTexts } from '../../../../src/search/search-query.ts';
import { type Hit, hitString, MOST_HITS } from '../../../../src/search/search-recording.ts';
import { openHit } from '../../actions/open-hit.ts';
import { findIn } from '../../model/find-work.ts';
import type { Store } from '../../model/store.ts';

/** Searches again whenever the query or the recording changes, and forgets the search before. */
function useSearching(store: Store): void {
  const { find } = store;
  useSignalEffect(() => {
    const [text, regex, matchCase] = [find.text.value, find.regex.value, find.matchCase.value];
    const flow = find.scope.value === 'flow' ? (store.current.value?.flow.id ?? null) : null;
    const all = store.flows.value;
    const flows = flow === null ? all : all.filter((one) => one.flow.id === flow);
    const abort = new AbortController();
    if (text === '') {
      find.forget();
      return;
    }
    const query = { text, regex, matchCase };
    const matcher = matcherOf(query);
    const total = flows.reduce((sum, one) => sum + one.flow.messages.length, 0);
    if ('refused' in matcher) {
      find.forget();
      find.progress.value = { done: 0, total, busy: false, refused: matcher.refused };
      return;
    }
    const isAgain = find.matcher.peek() !== null && find.sought === text + regex + matchCase;
    find.sought = text + regex + matchCase;
    // The panel itself never evaluates an expression: it could take for ever.
    if (!regex) find.matcher.value = matcher;
    else if (!isAgain) find.matcher.value = matcherOfTexts([]);
    if (!isAgain) {
      find.at.value = -1;
      find.hits.value = [];
    }
    find.progress.value = { done: 0, total, busy: true, refused: null };
    let found: readonly Hit[] = [];
    const show = () => {
      find.hits.value = found;
      if (regex) find.matcher.value = matcherOfTexts(foundTexts(found));
      if (!find.awaited || found.length === 0) return;
      find.awaited = false;
      find.step(1);
    };
    const onReport = ({ hits, done }: { readonly hits: readonly Hit[]; readonly done: number }) => {
      if (abort.signal.aborted) return;
      found = [...found, ...hits];
      // The hits of the same search before stay until all are known again.
      if (hits.length > 0 && !isAgain) show();
      find.progress.value = { done, total, busy: true, refused: null };
    };
    void findIn(flows, query, matcher, onReport, abort.signal).then((refused) => {
      if (abort.signal.aborted) return;
      if (isAgain) {
        const before = find.hits.peek()[find.at.peek()];
        show();
        find.at.value = before ? found.findIndex((hit) => isSame(hit, before)) : -1;
      }
      find.progress.value = { ...find.progress.peek(), busy: false, refused };
    });
    return () => abort.abort();
  });
}

function* foundTexts(hits: readonly Hit[]): Generator<string> {
  for (const hit of hits) yield hitString(hit).slice(hit.start, hit.end);
}

function isSame(a: Hit, b: Hit): boolean {
  const isThere = a.flow === b.flow && a.key === b.key && a.start === b.start && a.at === b.at;
  return isThere && a.text.place === b.text.place && a.text.name === b.text.name;
}

/** The first hit of the selected message or flow, else the first of all. */
function firstHit(hits: readonly Hit[], store: Store): number {
  const key = store.stepKey.value;
  const flow = store.current.value?.flow.id;
  const inStep = key === null ? -1 : hits.findIndex((hit) => hit.key === key && hit.flow === flow);
  if (inStep >= 0) return inStep;
  return Math.max(
    0,
    hits.findIndex((hit) => hit.flow === flow),
  );
}

/** Opens a hit by its index. */
export function showHit(store: Store, index: number): void {
  const { find } = store;
  const hit = find.hits.value[index];
  if (!hit) return;
  find.at.value = index;
  openHit(hit, store);
}

/** Keeps the search up to date. */
export function useFind(store: Store): void {
  useSearching(store);
  useLayoutEffect(() => {
    store.find.step = (by) => {
      const { hits, at } = store.find;
      const { length } = hits.value;
      store.find.awaited = length === 0;
      if (length === 0) return;
      const next = at.value < 0 ? firstHit(hits.value, store) : at.value + by;
      showHit(store, (next + length) % length);
    };
    return () => {
      store.find.step = () => undefined;
    };
  }, [store]);
}

/** `3 of 17`, or what the search is doing. */
export function findStatus({ find }: Store): string {
  const { done, total, busy, refused } = find.progress.value;
  const { length } = find.hits.value;
  if (refused !== null) return refused;
  if (find.text.value === '') return '';
  if (busy && length === 0) return `${done} of ${total} messages`;
  if (length === 0) return 'No matches';
  const many = `${length.toLocaleString('en')}${length >= MOST_HITS ? '+' : ''}`;
  if (find.at.value >= 0) return `${(find.at.value + 1).toLocaleString('en')} of ${many}`;
  return length === 1 ? '1 match' : `${many} matches`;
}
