import type { Exchange } from '../http/exchange.ts';
import { memoised } from '../http/memo.ts';
import { guarded, type NoteFailure, type OwnFailure } from '../http/own-failure.ts';
import { recognise } from '../oauth/recognise.ts';
import type { Item } from './item.ts';
import { makeItem } from './make-item.ts';

const ignore: NoteFailure = () => {};

/**
 * Cached, because the correlator and the recorders ask repeatedly for the items of one exchange.
 */
const made = memoised((exchange: Exchange) => {
  const failures: OwnFailure[] = [];
  const note: NoteFailure = (failure) => failures.push(failure);
  const items = recognise(exchange, note).flatMap((sighting): readonly Item[] =>
    guarded(
      `find the flow of a message (${sighting.kind})`,
      note,
      () => [makeItem(sighting)],
      () => [],
    ),
  );
  return { items, failures };
});

/**
 * The items of an exchange. An item that cannot be made is left out, and `note` receives the
 * failure.
 */
export function itemsOf(exchange: Exchange, note: NoteFailure = ignore): readonly Item[] {
  const { items, failures } = made(exchange);
  for (const failure of failures) note(failure);
  return items;
}
