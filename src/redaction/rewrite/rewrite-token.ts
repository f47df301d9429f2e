import { base64url, decodeBase64url } from '../../http/base64.ts';
import { hmacOf } from '../../http/digest.ts';
import { type Jwt, viewToken } from '../../oauth/values/jwt.ts';
import { isSignedWith } from '../../oauth/values/shared-secret.ts';
import type { Random } from '../random.ts';
import { shapedLike } from '../stand-in-shape.ts';

const encoder = new TextEncoder();

/** What rewriting a token needs. */
export interface TokenWork {
  readonly random: Random;
  /** Replaces values in JSON. */
  readonly json: (text: string) => string;
  /** Secrets that clients share with servers, and what stands for each. */
  readonly sharedSecrets: () => Iterable<readonly [secret: string, standIn: string]>;
}

/** A token with the same header and the same harmless claims; null for other values. */
export function rewriteToken(token: string, work: TokenWork): string | null {
  if (!token.includes('.')) return null;
  const view = viewToken(token);
  if (view.kind === 'jwt') return rewriteJwt(view.jwt, work);
  if (view.kind === 'encrypted') return sealed(token, work);
  return view.kind === 'malformed' && token.startsWith('eyJ') ? damaged(token, work) : null;
}

/** RFC 7515 section 7.1. */
function rewriteJwt(jwt: Jwt, work: TokenWork): string {
  const [header = '', payload = '', signature = ''] = jwt.compact.split('.');
  const signed = `${segment(header, work)}.${segment(payload, work)}`;
  for (const [secret, standIn] of work.sharedSecrets()) {
    if (isSignedWith(jwt, secret)) return `${signed}.${bySecret(jwt, standIn, signed)}`;
  }
  return `${signed}.${random(signature, work)}`;
}

function bySecret({ header }: Jwt, secret: string, signed: string): string {
  const length = Number(String(header.alg).slice(2)) as 256 | 384 | 512;
  return hmacOf(length, secret, signed);
}

/** RFC 7516 section 7.1: nothing but the header can be read. */
function sealed(token: string, work: TokenWork): string {
  const [header = '', ...parts] = token.split('.');
  return [segment(header, work), ...parts.map((part) => random(part, work))].join('.');
}

/** The parts that can be read stay what they are; everything else becomes random. */
function damaged(token: string, work: TokenWork): string {
  return token
    .split('.')
    .map((part, index) => {
      const text = part.startsWith('ey') && index < 2 ? decodeBase64url(part) : null;
      return text !== null && /^\{[\s\S]*\}$/.test(text) ? segment(part, work) : random(part, work);
    })
    .join('.');
}

/** One part of a token that is JSON. It is encoded anew only if something in it was replaced. */
function segment(part: string, { json }: TokenWork): string {
  const text = decodeBase64url(part);
  if (text === null) return part;
  const rewritten = json(text);
  return rewritten === text ? part : base64url(encoder.encode(rewritten));
}

function random(part: string, work: TokenWork): string {
  return shapedLike(part, work.random, { placed: false });
}
