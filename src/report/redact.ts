import { base64url, s256, sha256Bytes } from '../flow/sha256.ts';
import type { Exchange } from '../http/exchange.ts';
import type { FormPair } from '../http/form.ts';
import { Collection, type Secret } from './collect.ts';
import { collectBodies } from './collect-body.ts';
import { collectHeaders } from './collect-headers.ts';
import { detect } from './detect.ts';
import { type Match, Matcher } from './matcher.ts';
import { patternsOf } from './patterns.ts';
import { Places } from './places.ts';
import { reachOf } from './reach.ts';
import { originOf, viewsOf } from './views.ts';

/** What a placeholder stands for, without the value. */
export interface Placeholder {
  readonly name: string;
  readonly label: string;
  /** Characters of the value; null when even that says too much (passwords, people). */
  readonly length: number | null;
}

/** Replaces every secret and personal value of one recording, by value. */
export interface Redactor {
  /** Equal values become equal placeholders, numbered by first appearance. */
  redact(text: string): string;
  /** Names of the placeholders whose values stand in the text; never the values. */
  scan(text: string): string[];
  /** The placeholders that were given out so far. */
  placeholders(): readonly Placeholder[];
}

/** What is known beside the exchanges. */
export interface RedactorOptions {
  /** Parameters that stand in no exchange, for example those of a navigation. */
  readonly pairs?: readonly FormPair[];
  /** Words of the report itself. */
  readonly words?: readonly string[];
}

/** Fewer characters than this of what was unpacked are chance. */
const MIN_PACKED = 6;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly owner: Secret;
}

/** Makes a redactor for a recording. */
export function createRedactor(
  exchanges: readonly Exchange[],
  options: RedactorOptions = {},
): Redactor {
  const find = finderOf(collect(exchanges, options));
  const names = new Map<string, Placeholder>();
  const given = new Set<string>();
  const counts = new Map<string, number>();
  const nameOf = ({ value, label, kind }: Secret): string => {
    const known = names.get(value);
    if (known) return known.name;
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    const isTelling = kind === 'person' || label === 'password' || value.length < 8;
    const name = `‹${label}-${count}›`;
    names.set(value, { name, label, length: isTelling ? null : value.length });
    given.add(name);
    return name;
  };
  return {
    redact: (text) => replace(text, uncovered(find(text), text, given), nameOf),
    scan: (text) => {
      const found = uncovered(find(text), text, given).map(({ owner }) => nameOf(owner));
      const shapes = detect(text).filter(({ shape }) => shape !== 'e-mail');
      return [
        ...new Set([...found, ...shapes.map(({ shape }) => `something shaped like a ${shape}`)]),
      ];
    },
    placeholders: () => [...names.values()],
  };
}

function collect(exchanges: readonly Exchange[], options: RedactorOptions): Collection {
  const collection = new Collection();
  for (const word of options.words ?? []) collection.vocabulary.add('word', word);
  for (const exchange of exchanges) {
    collection.noteUrl(exchange.request.url);
    collection.noteText(exchange.request.url);
    if (exchange.initiator) collection.noteUrl(exchange.initiator);
    collectBodies(collection, exchange);
    collectHeaders(collection, exchange);
  }
  collection.noteParameters(options.pairs ?? []);
  for (const secret of [...collection.secrets.values()]) noteHashes(collection, secret);
  return collection;
}

/** A hash of a secret says whether a guess is right (RFC 7636 4.2, OpenID Connect Core 3.1.3.6). */
function noteHashes(collection: Collection, { value, label, names }: Secret): void {
  if (label === 'code-verifier' || label === 'code-challenge') {
    const sort = { kind: 'one-time', label: 'code-challenge' } as const;
    collection.note(s256(value), 'code_challenge', sort);
    collection.note(s256(s256(value)), 'code_challenge', sort);
  } else if (names.has('access_token') || names.has('code')) {
    const half = base64url(sha256Bytes(value).subarray(0, 16));
    collection.note(half, 'at_hash', { kind: 'one-time', label: 'token-hash' });
  }
}

/** Finds every collected value in every way to read the text; spans are in order, the longest first. */
function finderOf(collection: Collection): (text: string) => readonly Span[] {
  const places = new Places();
  const patterns = [...collection.secrets.values()].flatMap((secret) => {
    const isWord = collection.vocabulary.has(secret.value);
    const reach = reachOf(secret.value, secret.kind, isWord);
    if (reach !== 'place') {
      return patternsOf(secret.value, reach).map((pattern) => ({ ...pattern, owner: secret }));
    }
    places.add(secret, isWord);
    return [];
  });
  const matcher = new Matcher(patterns);
  return (text) => {
    const spans: Span[] = [];
    for (const view of viewsOf(text)) {
      const add = ({ start, end, owner }: Match<Secret>): void => {
        if (view.packed && end - start < MIN_PACKED) return;
        spans.push({ ...originOf(view, start, end), owner });
      };
      for (const match of matcher.matches(view.text)) add(match);
      if (!view.packed) for (const match of places.matches(view.text)) add(match);
    }
    return spans.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}

/** Leaves out what stands inside a placeholder that was given out. */
function uncovered(
  spans: readonly Span[],
  text: string,
  given: ReadonlySet<string>,
): readonly Span[] {
  if (spans.length === 0 || given.size === 0) return spans;
  const marks = [...text.matchAll(/‹[a-z0-9-]{1,80}›/g)]
    .filter(([name]) => given.has(name))
    .map(({ 0: name, index }) => ({ start: index, end: index + name.length }));
  let next = 0;
  return spans.filter(({ start, end }) => {
    while ((marks[next]?.end ?? Number.MAX_SAFE_INTEGER) <= start) next += 1;
    const mark = marks[next];
    return !(mark && start >= mark.start && end <= mark.end);
  });
}

function replace(text: string, spans: readonly Span[], nameOf: (secret: Secret) => string): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, owner } of spans) {
    if (end <= done) continue;
    if (start > done) pieces.push(text.slice(done, start));
    pieces.push(nameOf(owner));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}
