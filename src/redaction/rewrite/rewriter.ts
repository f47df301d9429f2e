import { decodeBase64url } from '../../http/base64.ts';
import { classifyName } from '../../oauth/registry/secrecy.ts';
import type { Collection, Secret } from '../collect.ts';
import type { Random } from '../random.ts';
import { type Reach, reachOf } from '../reach.ts';
import { StandIns } from '../stand-ins.ts';
import { finderOf, type Span } from '../value-finder.ts';
import { packedLike } from './respell.ts';
import { isJson, rewriteJson } from './rewrite-json.ts';
import { rewriteForm, rewriteUrl, type UrlWork } from './rewrite-url.ts';
import { restructurer } from './rewrite-value.ts';
import { sweep } from './sweep.ts';
import { type Replaced, Tally } from './tally.ts';

/** Replaces the values of one recording in its texts. */
export interface Rewriter extends UrlWork {
  readonly find: (text: string) => readonly Span[];
  /** The values that were replaced so far, in order, and how often. */
  readonly replaced: ReadonlyMap<Secret, Replaced>;
  /** The other collected values. A stand-in that equals its value stands for nothing. */
  readonly unseen: () => readonly (readonly [Secret, Replaced])[];
}

/** What a rewriter does besides replacing collected values. */
export interface Manner {
  readonly random: Random;
  /** Stand-ins of hosts. */
  readonly hosts: ReadonlyMap<string, string>;
  /** Moves a value that is a time. */
  readonly time: (value: string) => string;
}

const MAX_DEPTH = 6;
/** The name of somebody or of something, without a digit that makes it one of a kind. */
const NAME = /^\p{L}+(?:[ .-]\p{L}+)*$/u;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\/|^\/[^?#]*[?#]/i;
const FORM_LIKE = /^[\w.[\]-]{1,100}=[^&\s]*&/;
const PACKED = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;

/** Makes a rewriter for collected values. */
export function createRewriter(collection: Collection, manner: Manner): Rewriter {
  const { random, hosts, time } = manner;
  const { secrets, keptWords } = collection;
  const standIns = new StandIns(collection, random, hosts);
  const tally = new Tally(standIns);
  const { standIn, replaced } = tally;
  const find = finderOf(collection, () => true);
  const reach = (one: Secret): Reach =>
    one.reach ?? reachOf(one.value, one.class, keptWords.has(one.value));
  const swept = (counts: (secret: Secret) => boolean) =>
    tally.remembered((text) =>
      sweep(text, { standIn, find: (part) => find(part).filter(({ owner }) => counts(owner)) }),
    );
  const text = tally.remembered((one) => sweep(one, { find, standIn }));
  /** The id of a client may hold a word that is also somebody's name. */
  const identifier = swept(
    (one) =>
      one.class === 'host' ||
      one.reach === 'anywhere' ||
      (!NAME.test(one.value) && reach(one) === 'anywhere'),
  );
  const host = hosts.size === 0 ? (one: string) => one : swept((one) => one.class === 'host');

  const leaf = (name: string, value: string): string => {
    const secret = secrets.get(value);
    const counts = secret && (secret.names.has(name) || reach(secret) !== 'place');
    return counts ? standIn(secret) : inside(name, value);
  };

  let depth = 0;
  const inside = (name: string, value: string): string => {
    if (keptWords.isParty(value) && isIdentifier(name)) return identifier(value);
    const moved = time(value);
    if (moved !== value) return moved;
    if (depth >= MAX_DEPTH) return text(value);
    depth += 1;
    try {
      if (URL_LIKE.test(value)) return rewriteUrl(value, work);
      if (FORM_LIKE.test(value)) return rewriteForm(value, work);
      if (isJson(value)) return rewriteJson(value, leaf, name);
      const decoded = PACKED.test(value) ? decodeBase64url(value) : null;
      if (decoded !== null && isJson(decoded)) {
        const rewritten = rewriteJson(decoded, leaf, name);
        return rewritten === decoded ? value : packedLike(rewritten, value);
      }
      return isIdentifier(name) && !/\s/.test(value) ? identifier(value) : text(value);
    } finally {
      depth -= 1;
    }
  };

  const work: UrlWork = { leaf, text, host, time };
  standIns.restructure = restructurer(collection, standIns, work, random);
  const unseen = () =>
    [...secrets.values()]
      .filter((secret) => !replaced.has(secret))
      .map((secret) => [secret, { standIn: unused(secret, standIns), times: 0 }] as const)
      .filter(([secret, one]) => one.standIn !== secret.value);
  return { ...work, find, replaced, unseen };
}

/** Hashes are collected in case they are shown. Most are not and need no stand-in. */
function unused(secret: Secret, standIns: StandIns): string {
  return secret.label === 'token-hash' ? '' : standIns.of(secret);
}

function isIdentifier(name: string): boolean {
  const { secrecy, name: registered } = classifyName(name);
  return registered !== null && (secrecy === 'public' || secrecy === 'identifier');
}
