import { isOk } from '../http/status.ts';
import { originOfUrl } from '../http/url.ts';
import type { Message } from '../oauth/message.ts';
import { kindOf } from '../oauth/message-kinds.ts';
import { refusedWith } from '../oauth/values/challenge.ts';
import { stringMember } from '../oauth/values/json.ts';

/** How far apart two messages of one attempt may be, in milliseconds. */
const WITHIN = 120_000;
/** A group takes no more messages, so that no group grows with the recording. */
const MAX_SIZE = 100;
/** An API rarely names more than two servers. Only this many are followed. */
const MAX_SERVERS = 5;

/**
 * Groups messages that belong to no login into attempts: what is sent within a short time to one
 * server, or to a server that an answer names. A client that asks again for what it got begins
 * another attempt, with the refused call that made it ask. `messages` are in order of time.
 */
export function loneGroups(messages: readonly Message[]): readonly (readonly Message[])[] {
  const group = new Map<number, number[]>();
  const groupOf: number[] = [];
  const last = new Map<string, number>();
  const got = new Map<number, Set<string>>();
  messages.forEach((message, index) => {
    groupOf[index] = index;
    group.set(index, [index]);
    for (const place of placesOf(message)) {
      const before = last.get(place);
      last.set(place, index);
      if (before === undefined || !isNear(messages[before], message)) continue;
      const earlier = groupOf[before] ?? before;
      if (!got.get(earlier)?.has(requestOf(message))) join(earlier, groupOf[index] ?? index);
      else if (asksForToken(messages[before])) move(before, groupOf[index] ?? index);
    }
    if (isGot(message)) gotIn(groupOf[index] ?? index).add(requestOf(message));
  });
  return [...group.values()].map((indexes) =>
    indexes.toSorted((a, b) => a - b).flatMap((index) => messages[index] ?? []),
  );

  function move(index: number, to: number): void {
    const from = groupOf[index] ?? index;
    const [first, second] = [group.get(from), group.get(to)];
    if (from === to || !first || !second) return;
    group.set(
      from,
      first.filter((one) => one !== index),
    );
    group.set(to, [index, ...second]);
    groupOf[index] = to;
  }

  function join(a: number, b: number): void {
    const [first, second] = [group.get(a), group.get(b)];
    if (a === b || !first || !second || first.length + second.length > MAX_SIZE) return;
    for (const index of second) groupOf[index] = a;
    group.set(a, [...first, ...second]);
    group.delete(b);
    for (const request of got.get(b) ?? []) gotIn(a).add(request);
  }

  function gotIn(one: number): Set<string> {
    const requests = got.get(one) ?? new Set();
    got.set(one, requests);
    return requests;
  }
}

/** Whether the message got what it asked for, and need not ask again. */
function isGot(message: Message): boolean {
  return isOk(message.exchange.response) && kindOf(message).repeats !== true;
}

/** Whether an API refused this call, so that the client looks for a server. */
function asksForToken(message: Message | undefined): boolean {
  return message?.kind === 'api-call' && refusedWith(message.exchange) === 401;
}

function requestOf({ kind, exchange }: Message): string {
  return `${kind} ${exchange.request.method} ${exchange.request.url}`;
}

function isNear(before: Message | undefined, { exchange }: Message): boolean {
  return before !== undefined && exchange.startedAt - before.exchange.startedAt <= WITHIN;
}

/** The origins that a message is about: its own, and those that its answer names. */
function placesOf(message: Message): ReadonlySet<string> {
  const origins = [message.exchange.request.url, ...namedBy(message)].map(originOfUrl);
  return new Set(origins.filter((origin) => origin !== null));
}

function namedBy(message: Message): readonly string[] {
  if (message.kind === 'protected-resource-metadata-request')
    return message.authorizationServers.slice(0, MAX_SERVERS);
  if (message.kind !== 'metadata-request') return [];
  const { metadata } = message;
  return ['issuer', 'authorization_endpoint', 'registration_endpoint'].flatMap(
    (name) => stringMember(metadata, name) ?? [],
  );
}
