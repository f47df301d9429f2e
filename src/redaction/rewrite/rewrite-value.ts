import { decodeBase64url } from '../../http/base64.ts';
import type { Collection } from '../collect.ts';
import { isNamed } from '../is-named.ts';
import type { Random } from '../random.ts';
import { isAddress } from '../reach.ts';
import { shapedLike } from '../stand-in-shape.ts';
import type { Restructure, StandIns } from '../stand-ins.ts';
import { packedLike } from './respell.ts';
import { rewriteBasic } from './rewrite-basic.ts';
import { isJson, rewriteJson } from './rewrite-json.ts';
import { rewriteSaml } from './rewrite-saml.ts';
import { rewriteToken } from './rewrite-token.ts';
import { rewriteUrl, type UrlWork } from './rewrite-url.ts';

const PACKED = /^[A-Za-z0-9+/_-]{2,}={0,2}$/;
/** Parameters of SAML 2.0 bindings. The second says where the user wanted to go. */
const SAML = /^SAML(?:Request|Response)$/i;
const RELAY_STATE = /^RelayState$/i;
const PAIR = /^[\w.[\]-]{1,100}=[^=]/;
const UNPRINTABLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD]/;
const MAX_CLIENTS = 20;
/** Packed structures have text between a few bytes. */
const MOSTLY = 0.8;
const SHORTEST = 8;

/** Rewrites collected values that have a structure: tokens, JSON, Basic credentials, packed text. */
export function restructurer(
  { secrets }: Collection,
  standIns: StandIns,
  work: UrlWork,
  random: Random,
): Restructure {
  const { leaf, text } = work;
  const clients = [...secrets.values()]
    .filter(({ label }) => label === 'client-secret')
    .slice(0, MAX_CLIENTS);
  const sharedSecrets = () => clients.map((client) => [client.value, standIns.of(client)] as const);
  const json = (one: string): string => rewriteJson(one, leaf);
  return (value, secret) => {
    const token = rewriteToken(value, { random, json, sharedSecrets });
    if (token !== null) return token;
    if (isJson(value)) return json(value);
    if (isNamed(secret, SAML)) {
      const message = rewriteSaml(value, text);
      if (message !== null) return message;
    }
    if (isNamed(secret, RELAY_STATE) && isAddress(value)) return rewriteUrl(value, work);
    const decoded = PACKED.test(value) ? decodeBase64url(value) : null;
    if (decoded === null) return null;
    if (secret.label === 'credentials' && /^[^:\s]*:/.test(decoded)) {
      return packedLike(rewriteBasic(decoded, { leaf, text, random }), value);
    }
    if (!isReadable(decoded)) return null;
    const rewritten = isJson(decoded) ? json(decoded) : text(decoded);
    if (rewritten !== decoded) return packedLike(rewritten, value);
    if (secret.class === 'secret') return null;
    // These were read by their names, and nothing in them is a value.
    if (isJson(decoded) || isAddress(decoded) || PAIR.test(decoded)) return value;
    if (UNPRINTABLE.test(decoded)) return null;
    return packedLike(shapedLike(decoded, random, { placed: true }), value);
  };
}

/** Whether decoded bytes are text, and not the bytes of a random value. */
function isReadable(text: string): boolean {
  if (isJson(text)) return true;
  const printable = text.replace(/[^\x20-\x7E\r\n\t]/g, '').length;
  if (printable === text.length) return text.length >= SHORTEST && /[A-Za-z]{4}/.test(text);
  return printable >= text.length * MOSTLY && /[A-Za-z_ ]{8}/.test(text);
}
