import type { Exchange } from '../../src/http/exchange.ts';
import { collectRecording, type Extras } from '../../src/redaction/collect-recording.ts';
import { finderOf } from '../../src/redaction/value-finder.ts';

/** Every text of a recording, with ‹› in the place of each collected value. */
export function concealed(exchanges: readonly Exchange[], extras: Extras = {}): string {
  const find = finderOf(collectRecording(exchanges, extras));
  const texts = [
    ...exchanges.flatMap(textsOf),
    ...(extras.navigations ?? []).map(({ url }) => url),
    ...(extras.sources ?? []).flatMap(({ file, recorder }) => [file, recorder]),
    ...(extras.gaps ?? []).map(({ text }) => text),
  ];
  return texts.map((text) => conceal(text, find)).join('\n');
}

/** A text with ‹› in the place of each value that is found. */
export function conceal(text: string, find: ReturnType<typeof finderOf>): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of find(text)) {
    if (end <= done) continue;
    pieces.push(text.slice(done, Math.max(done, start)), '‹›');
    done = end;
  }
  return [...pieces, text.slice(done)].join('');
}

function textsOf({ request, response, initiator, failure }: Exchange): readonly string[] {
  const bodies = [request.body, response?.body].map((body) =>
    body && 'text' in body ? body.text : '',
  );
  const headers = [...request.headers, ...(response?.headers ?? [])];
  return [
    request.url,
    ...headers.map(({ name, value }) => `${name}: ${value}`),
    ...bodies,
    initiator ?? '',
    failure?.text ?? '',
    response?.statusText ?? '',
  ];
}
