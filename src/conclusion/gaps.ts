import { isFederated } from '../flow/facts/attempt.ts';
import { sanitizedNames } from '../flow/facts/sanitized.ts';
import type { Flow } from '../flow/flow.ts';
import type { Body, Gap } from '../http/exchange.ts';
import { isTooLong } from '../oauth/values/json.ts';
import { attemptWord } from '../words/grant-words.ts';
import { keepLogAdvice, lossWord } from '../words/losses.ts';
import { list } from '../words/numbers.ts';

/** What the recorder did not see of a flow, as far as the flow shows it. */
export function gapsOf(flow: Flow): readonly Gap[] {
  return [
    ...unseenBeginning(flow),
    ...backChannel(flow),
    ...lostBodies(flow),
    ...replacedValues(flow),
  ];
}

/** Grants that begin at the authorization endpoint. */
const FRONT_CHANNEL = new Set<Flow['grant']>(['authorization_code', 'implicit', 'hybrid']);

function unseenBeginning(flow: Flow): readonly Gap[] {
  if (flow.request || !FRONT_CHANNEL.has(flow.grant)) return [];
  const at = flow.startedAt;
  if (flow.responses.length === 0) {
    if (flow.tokenRequests.length === 0) return [];
    return [
      {
        kind: 'popup',
        at,
        text: 'A code was exchanged whose login was not seen: it went on in a popup or another tab, which DevTools of this tab cannot see, or before the recording began. Open DevTools in that window, or use the redirect login.',
      },
    ];
  }
  return [
    {
      kind: 'lost-exchange',
      at,
      text: 'The authorization request of this login was not recorded: it was sent before the recording began, in another window, or by a page that was left at once, which Firefox does not deliver.',
    },
  ];
}

function backChannel(flow: Flow): readonly Gap[] {
  const response = flow.responses.find(({ params }) => params.has('code'));
  if (!response || flow.tokenRequests.length > 0) return [];
  // The broker redeems the code server to server, where browsers see nothing. Nothing is lost.
  if (isFederated(flow)) return [];
  // What could not be read may be the token request, and is a gap of its own.
  if (flow.recording.lacksMessages()) return [];
  const handed = flow.messages.some(({ kind }) => kind === 'code-handover');
  if (handed) {
    const text =
      'The page gave the code to the back end of its application. How the back end redeemed it is not in the recording.';
    return [{ kind: 'back-channel', at: response.exchange.startedAt, text }];
  }
  // The page itself asked whether it may send the code, so no server sends it.
  if (flow.messages.some(({ kind }) => kind === 'preflight')) return [];
  return [
    {
      kind: 'back-channel',
      at: response.exchange.startedAt,
      text: 'A code was returned and no token request was seen. If a server exchanges the code, no browser shows it; if the page does, it may have left before the request could be recorded.',
    },
  ];
}

function replacedValues(flow: Flow): readonly Gap[] {
  const names = [...sanitizedNames(flow)];
  if (names.length === 0) return [];
  const text = `Values of this ${attemptWord(flow.grant)} were replaced before the recording was shared (${list(names.slice(0, 6))}). What depends on them is unknown.`;
  return [{ kind: 'sanitized-file', at: flow.startedAt, text }];
}

function lostBodies(flow: Flow): readonly Gap[] {
  return flow.tokenRequests.flatMap(({ exchange, response }) => {
    const reason = exchange.response && lossOf(exchange.response.body);
    if (response.outcome !== 'unknown' || !reason) return [];
    const text = `The response of the token endpoint could not be read: ${reason}.`;
    return [{ kind: 'lost-body' as const, at: exchange.startedAt, text }];
  });
}

function lossOf(body: Body): string | null {
  if ('unknown' in body) {
    const why = lossWord(body.unknown);
    return body.unknown === 'page-left' ? `${why}. ${keepLogAdvice()}` : why;
  }
  if (body.truncated) return 'only its beginning was recorded';
  return isTooLong(body.text) ? 'it is too long' : null;
}
