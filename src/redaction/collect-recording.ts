import { base64url } from '../http/base64.ts';
import { s256, sha256Bytes } from '../http/digest.ts';
import type { Exchange, Rehearsed } from '../http/exchange.ts';
import type { Recording } from '../http/recording.ts';
import { Collection, type Secret } from './collect.ts';
import { collectBodies } from './collect-body.ts';
import { collectHeaders } from './collect-headers.ts';
import type { Replacement } from './replacement.ts';

/** Values that are known in addition to the exchanges. A recording itself can be given. */
export type Extras = Partial<Pick<Recording, 'navigations' | 'gaps' | 'sources' | 'rehearsals'>>;

/** Collects every value of a recording that may not leave the machine. */
export function collectRecording(exchanges: readonly Exchange[], extras: Extras): Collection {
  const collection = new Collection();
  for (const _ of collecting(collection, exchanges, extras));
  return collection;
}

/** The same in steps: it yields after each exchange, so that others can have their turn. */
export function* collecting(
  collection: Collection,
  exchanges: readonly Exchange[],
  { navigations = [], gaps = [], sources = [], rehearsals = [] }: Extras,
): Generator<undefined> {
  for (const exchange of exchanges) {
    collection.noteUrl(exchange.request.url);
    collection.noteText(exchange.request.url);
    for (const place of [exchange.initiator, exchange.frame]) {
      if (!place) continue;
      collection.noteUrl(place);
      collection.noteWords(place);
    }
    collection.noteWords(exchange.failure?.text ?? '');
    collection.noteWords(exchange.response?.statusText ?? '');
    collection.noteText(exchange.response?.statusText ?? '');
    for (const { text } of exchange.remarks ?? []) {
      collection.noteText(text);
      collection.noteWords(text);
    }
    if (exchange.rehearsed) noteChange(collection, exchange.rehearsed);
    collectBodies(collection, exchange);
    collectHeaders(collection, exchange);
    yield;
  }
  for (const { url } of navigations) {
    collection.noteUrl(url);
    collection.noteText(url);
  }
  for (const { text } of gaps) collection.noteText(text);
  for (const hit of rehearsals.flatMap(({ hits }) => hits)) {
    collection.noteUrl(hit.url);
    collection.noteText(hit.url);
    noteChange(collection, hit);
  }
  for (const { file, recorder } of sources) {
    for (const text of [file, recorder]) {
      collection.noteText(text.replace(/\.har(?=\b)/g, ' '));
      collection.noteWords(text);
    }
  }
  for (const secret of [...collection.secrets.values()]) {
    // A random name of a client, a host or a scope is no secret under another name.
    const isName = secret.class === 'value' && collection.keptWords.isOfRecording(secret.value);
    if (isName) collection.secrets.delete(secret.value);
    else noteHashes(collection, secret);
  }
}

function noteChange(
  collection: Collection,
  { name, before, after }: Pick<Rehearsed, 'name' | 'before' | 'after'>,
): void {
  for (const value of [before, after]) if (value) collection.noteParameter(name ?? '', value);
}

const TOKEN_HASH: Replacement = { class: 'one-time', label: 'token-hash' };

/**
 * A hash of a secret confirms a guess (RFC 7636 4.2, OpenID Connect Core 3.1.3.6). Collects the hashes
 * that the recording may show where nothing names them.
 */
function noteHashes(collection: Collection, { value, label, names }: Secret): void {
  if (label === 'code-verifier' || names.has('code_verifier')) {
    const replacement = { class: 'one-time', label: 'code-challenge' } as const;
    collection.note(s256(value), 'code_challenge', replacement);
  } else if (names.has('access_token')) {
    const hash = sha256Bytes(value);
    // RFC 9449 section 4.2: a proof has the whole hash.
    collection.note(base64url(hash), 'ath', TOKEN_HASH);
    // The half of it begins with the same characters, but its last one differs.
    noteHalf(collection, hash);
  } else if (names.has('code')) noteHalf(collection, sha256Bytes(value));
}

function noteHalf(collection: Collection, hash: Uint8Array): void {
  collection.note(base64url(hash.subarray(0, 16)), 'at_hash', TOKEN_HASH);
}
