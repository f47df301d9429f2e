import type { Exchange } from '../http/exchange.ts';
import { guarded, type NoteFailure } from '../http/own-failure.ts';
import { recognise } from '../oauth/recognise.ts';
import type { Item } from './item.ts';
import { makeItem } from './make-item.ts';

const ignore: NoteFailure = () => {};

/** The items of an exchange. One that cannot be made is left out, and `note` is told. */
export function itemsOf(exchange: Exchange, note: NoteFailure = ignore): readonly Item[] {
  return recognise(exchange, note).flatMap((sighting): readonly Item[] =>
    guarded(
      `find the flow of a message (${sighting.kind})`,
      note,
      () => [makeItem(sighting)],
      () => [],
    ),
  );
}
