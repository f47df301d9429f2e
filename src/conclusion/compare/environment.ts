import type { Flow } from '../../flow/flow.ts';
import { originOfUrl } from '../../http/url.ts';

/** What an attempt calls its client, its server and its application. */
export interface Environment {
  readonly client: string | null;
  readonly server: string | null;
  /** Origin of the redirect URI. */
  readonly application: string | null;
}

/** The environment of an attempt, as far as it is recorded. */
export function environmentOf({
  client,
  authorizationServer,
  request,
  responses,
}: Flow): Environment {
  const redirectUri = request?.effective('redirect_uri') ?? responses[0]?.target ?? null;
  return {
    client,
    server: authorizationServer,
    application: redirectUri === null ? null : originOfUrl(redirectUri),
  };
}

/** The texts that name the same thing in two attempts, as pairs of a text and a word for both. */
export type Names = readonly (readonly [text: string, word: string])[];

/**
 * What stands in an attempt for the other environment: of another client or at another server, for
 * example in production and on a developer's machine. Empty when both attempts have one environment.
 */
export function namesIn(own: Environment, other: Environment): Names {
  const isOne = (a: string | null, b: string | null): boolean =>
    a === null || b === null || a === b;
  if (isOne(own.client, other.client) && isOne(own.server, other.server)) return [];
  const words = ['client', 'server', 'application'] as const;
  return words
    .flatMap((word): Names => {
      const [text, counterpart] = [own[word], other[word]];
      return text === null || counterpart === null || text === counterpart
        ? []
        : [text, originOfUrl(text) ?? text].map((one) => [one, `‹${word}›`] as const);
    })
    .filter(([text]) => text.length >= SHORTEST)
    .toSorted(([a], [b]) => b.length - a.length);
}

/** Shorter names are parts of other words. */
const SHORTEST = 4;

/** A text with the words for what its environment calls otherwise. */
export function withoutNames(text: string, names: Names): string {
  let plain = text;
  for (const [name, word] of names) plain = plain.replaceAll(name, word);
  return plain;
}
