import { refreshChain } from '../../flow/facts/refresh-chain.ts';
import { type Step, storyOf } from '../../flow/facts/story.ts';
import type { Flow } from '../../flow/flow.ts';
import { memoised } from '../../http/memo.ts';
import { isOk } from '../../http/status.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import type { Message } from '../../oauth/message.ts';
import { kindsThat } from '../../oauth/message-kinds.ts';
import { contentSign, contentSignWithoutPath, signOf } from './content-sign.ts';

/** Messages that are alike, so that the results of some of them are those of all. */
export interface LikeMessages {
  /** Indexes into the flow's messages, in order. */
  readonly indexes: number[];
  /** Whether they are one request that was sent again and again, and not requests of one kind. */
  readonly sameRequest: boolean;
}

/** Fewer are judged one by one. */
export const FEW = 64;

const REPEATS = kindsThat(({ repeats }) => repeats === true);

/**
 * The messages of a flow that are alike: polls and retries that follow each other, successful calls
 * with one token to one API, and refreshes in a chain. Those are alike that have the same content,
 * and of which the flow says the same.
 */
export function likeMessages(flow: Flow): readonly LikeMessages[] {
  const { messages } = flow;
  if (messages.length < FEW) return [];
  const story = storyOf(flow);
  const found: LikeMessages[] = [];
  const chosen = new Map<number | string, LikeMessages>();
  let last: { readonly run: LikeMessages; readonly message: Message; readonly step: Step } | null =
    null;
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    const step = story[index];
    if (!message || !step || !canRepeat(message)) {
      last = null;
      continue;
    }
    const group = step.attained ? groupOf(message, flow) : null;
    if (group !== null) {
      last = null;
      const known = chosen.get(group);
      if (known) known.indexes.push(index);
      else {
        const run = { indexes: [index], sameRequest: false };
        chosen.set(group, run);
        found.push(run);
      }
      continue;
    }
    if (last && isRepeated(last.message, message) && isSameStep(last.step, step)) {
      last.run.indexes.push(index);
      continue;
    }
    const run = { indexes: [index], sameRequest: true };
    found.push(run);
    last = { run, message, step };
  }
  return found.filter(({ indexes }) => indexes.length >= FEW);
}

function canRepeat({ kind, exchange }: Message): boolean {
  return REPEATS.has(kind) && !exchange.rehearsed && !exchange.remarks;
}

/** Equal for requests that worked and are alike wherever in the flow they are; null for no group. */
function groupOf(message: Message, flow: Flow): number | string | null {
  const { kind, exchange, preflight } = message;
  let sign: number | null = null;
  if (kind === 'api-call' && isOk(exchange.response) && !exchange.failure)
    sign = contentSignWithoutPath(exchange);
  if (kind === 'token-request' && refreshChain(flow).has(message))
    sign = signWithoutTokens(message);
  return sign === null || preflight === null
    ? sign
    : `${sign} ${contentSignWithoutPath(preflight)}`;
}

function isRepeated(one: Message, other: Message): boolean {
  return (
    one.kind === other.kind &&
    contentSign(one.exchange) === contentSign(other.exchange) &&
    signOfPreflight(one) === signOfPreflight(other)
  );
}

function signOfPreflight({ preflight }: Message): number | null {
  return preflight && contentSign(preflight);
}

function isSameStep(one: Step, other: Step): boolean {
  return (
    one.attained === other.attained &&
    one.recoveredBy === other.recoveredBy &&
    one.inside === other.inside
  );
}

/** The sign of a refresh without the tokens that it sends and brings. */
const signWithoutTokens = memoised(({ exchange, params, response }: TokenRequest): number => {
  const tokens = [params.get('refresh_token'), response.refreshToken, response.accessToken];
  return signOf(exchange, (text) => {
    let written = text;
    for (const [place, token] of tokens.entries()) {
      if (!token) continue;
      for (const form of [token, encodeURIComponent(token)])
        written = written.replaceAll(form, `(token ${place})`);
    }
    return written;
  });
});
