import chromium from '../src/har/dialects/chromium.ts';
import { entryToExchange, withResponseBody } from '../src/har/entry.ts';
import type { Exchange } from '../src/http/exchange.ts';
import { createTriage } from '../src/oauth/triage.ts';
import { ordinaryEntry } from './data.ts';
import { time } from './measure.ts';

const COUNT = 20_000;
const ROUNDS = 15;

/** Measures the time to see that an exchange is not OAuth, divided by one `new URL` of its URL. */
export function recognise(): { readonly ratio: number } {
  const exchanges: Exchange[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const entry = ordinaryEntry(index);
    const exchange = entryToExchange(entry, { id: `0:${index}`, source: 0, dialect: chromium });
    exchanges.push(withResponseBody(exchange, entry, chromium));
  }
  const triage = createTriage();
  const ours: number[] = [];
  const theirs: number[] = [];
  let seen = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(
      time(() => {
        for (const exchange of exchanges) if (triage.relevance(exchange) === 'none') seen += 1;
      }),
    );
    theirs.push(
      time(() => {
        for (const { request } of exchanges) if (new URL(request.url).port === '') seen += 1;
      }),
    );
  }
  if (seen !== COUNT * ROUNDS * 2) throw new Error('an ordinary exchange was taken for OAuth');
  return { ratio: Math.min(...ours) / Math.min(...theirs) };
}
