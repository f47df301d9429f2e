import { decodeBase64url } from '../../http/base64.ts';
import { classifyName } from '../../oauth/registry/secrecy.ts';
import type { Collection, Secret } from '../collect.ts';
import type { Random } from '../random.ts';
import { reachOf } from '../reach.ts';
import { StandIns } from '../stand-ins.ts';
import { finderOf, type Span } from '../value-finder.ts';
import { packedLike } from './respell.ts';
import { rewriteBasic } from './rewrite-basic.ts';
import { rewriteJson } from './rewrite-json.ts';
import { rewriteToken } from './rewrite-token.ts';
import { rewriteForm, rewriteUrl, type UrlWork } from './rewrite-url.ts';
import { sweep } from './sweep.ts';

/** Replaces the values of one recording in its texts. */
export interface Rewriter extends UrlWork {
  readonly find: (text: string) => readonly Span[];
  /** The values that were replaced so far, in order, and how often. */
  readonly replaced: ReadonlyMap<Secret, Replaced>;
  /** The other collected values. A stand-in that equals its value stands for nothing. */
  readonly unseen: () => readonly (readonly [Secret, Replaced])[];
}

/** What stands for a value. */
export interface Replaced {
  readonly standIn: string;
  readonly times: number;
}

const MAX_DEPTH = 6;
const MAX_CLIENTS = 20;
/** Packed structures have text between a few bytes. */
const MOSTLY = 0.8;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\/|^\/[^?#]*[?#]/i;
const FORM_LIKE = /^[\w.[\]-]{1,100}=[^&\s]*&/;
const PACKED = /^[A-Za-z0-9+/_-]{2,}={0,2}$/;

/** What a rewriter does besides replacing collected values. */
export interface Manner {
  readonly random: Random;
  /** Stand-ins of hosts. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Moves a value that is a time. */
  readonly time: (value: string) => string;
}

/** Makes a rewriter for collected values. */
export function createRewriter(collection: Collection, manner: Manner): Rewriter {
  const { random, hosts, time } = manner;
  const { secrets, keptWords } = collection;
  const standIns = new StandIns(collection, random, hosts);
  const replaced = new Map<Secret, Replaced>();
  const standIn = (secret: Secret): string => {
    const text = standIns.of(secret);
    if (text !== secret.value) {
      replaced.set(secret, { standIn: text, times: (replaced.get(secret)?.times ?? 0) + 1 });
    }
    return text;
  };
  const reaches = new Map<Secret, ReturnType<typeof reachOf>>();
  const reachOfSecret = (secret: Secret): ReturnType<typeof reachOf> => {
    const known = reaches.get(secret);
    if (known !== undefined) return known;
    const reach = secret.reach ?? reachOf(secret.value, secret.class, keptWords.has(secret.value));
    reaches.set(secret, reach);
    return reach;
  };
  const find = finderOf(collection, () => true);
  const text = (one: string): string => sweep(one, { find, standIn });
  /** Names of clients and servers may hold a word that is also somebody's name. */
  const identifier = (one: string): string =>
    sweep(one, {
      standIn,
      find: (part) =>
        find(part).filter(
          ({ owner }) =>
            owner.class === 'host' ||
            (owner.class !== 'personal' && reachOfSecret(owner) === 'anywhere'),
        ),
    });
  let depth = 0;

  const leaf = (name: string, value: string): string => {
    const secret = secrets.get(value);
    if (secret && (reachOfSecret(secret) !== 'place' || secret.names.has(name))) {
      return standIn(secret);
    }
    return inside(name, value);
  };

  const inside = (name: string, value: string): string => {
    const moved = time(value);
    if (moved !== value) return moved;
    if (depth >= MAX_DEPTH) return text(value);
    depth += 1;
    try {
      if (URL_LIKE.test(value)) return rewriteUrl(value, work);
      if (FORM_LIKE.test(value)) return rewriteForm(value, work);
      if (isJson(value)) {
        return rewriteJson(value, leaf, name);
      }
      const packed = rewritePackedJson(name, value);
      if (packed !== null) return packed;
      const { secrecy } = classifyName(name);
      const isIdentifier = secrecy === 'public' || secrecy === 'identifier';
      return isIdentifier && !/\s/.test(value) ? identifier(value) : text(value);
    } finally {
      depth -= 1;
    }
  };

  const rewritePackedJson = (name: string, value: string): string | null => {
    const decoded = PACKED.test(value) ? decodeBase64url(value) : null;
    if (decoded === null || !isJson(decoded)) return null;
    const rewritten = rewriteJson(decoded, leaf, name);
    return rewritten === decoded ? value : packedLike(rewritten, value);
  };

  const host = (one: string): string =>
    hosts.size === 0
      ? one
      : sweep(one, {
          standIn,
          find: (part) => find(part).filter(({ owner }) => owner.class === 'host'),
        });
  const work: UrlWork = { leaf, text, host, time };
  const clients = [...secrets.values()]
    .filter(({ label }) => label === 'client-secret')
    .slice(0, MAX_CLIENTS);
  const json = (one: string): string => rewriteJson(one, leaf);

  standIns.restructure = (value, secret) => {
    const sharedSecrets = () =>
      clients.map((client) => [client.value, standIns.of(client)] as const);
    const token = rewriteToken(value, { random, json, sharedSecrets });
    if (token !== null) return token;
    if (isJson(value)) return json(value);
    const decoded = PACKED.test(value) ? decodeBase64url(value) : null;
    if (decoded === null) return null;
    if (secret.label === 'credentials' && /^[^:\s]*:/.test(decoded)) {
      return packedLike(rewriteBasic(decoded, { leaf, text, random }), value);
    }
    if (!isReadable(decoded)) return null;
    const rewritten = isJson(decoded) ? json(decoded) : text(decoded);
    if (rewritten !== decoded) return packedLike(rewritten, value);
    return secret.class === 'secret' ? null : value;
  };
  const unseen = () =>
    [...secrets.values()]
      .filter((secret) => !replaced.has(secret))
      .map((secret) => [secret, { standIn: standIns.of(secret), times: 0 }] as const)
      .filter(([secret, { standIn: text }]) => text !== secret.value);
  return { ...work, find, replaced, unseen };
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether decoded bytes are text, and not the bytes of a random value. */
function isReadable(text: string): boolean {
  const printable = text.replace(/[^\x20-\x7E\r\n\t\xA0-\uFFFC]/g, '').length;
  return printable === text.length
    ? /[\x20-\x7E]{4}/.test(text)
    : printable >= text.length * MOSTLY && /[A-Za-z_ ]{8}/.test(text);
}
