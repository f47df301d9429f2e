import { base64Bytes } from '../../http/base64.ts';
import type { Exchange } from '../../http/exchange.ts';
import { responseText } from '../exchange-view.ts';
import { type JsonObject, parseJsonObject, stringMember } from './json.ts';

/** A key set has a few kilobytes. A longer text is not read. */
const MAX_TEXT = 1_000_000;
const MAX_KEYS = 200;

/** The keys of a document (RFC 7517 section 5); null when it is no key set. */
export function keysIn(exchange: Exchange): readonly JsonObject[] | null {
  const text = responseText(exchange) ?? '';
  return text.length > MAX_TEXT ? null : keysOf(parseJsonObject(text));
}

/** The keys of a set that was parsed; null when it is no key set. Other members are left out. */
export function keysOf(set: JsonObject | null): readonly JsonObject[] | null {
  const keys = set && Object.hasOwn(set, 'keys') ? set.keys : null;
  return Array.isArray(keys) ? keys.slice(0, MAX_KEYS).filter(isObject) : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const CURVES: Readonly<Record<string, string>> = {
  ES256: 'P-256',
  ES384: 'P-384',
  ES512: 'P-521',
  ES256K: 'secp256k1',
  Ed25519: 'Ed25519',
  Ed448: 'Ed448',
};

/**
 * The type of key that an algorithm needs (RFC 7518 section 3.1, RFC 8037 section 3.1); null for
 * algorithms without a public key and for unknown ones.
 */
export function keyTypeOf(alg: string): string | null {
  if (/^[RP]S(?:256|384|512)$/.test(alg)) return 'RSA';
  if (/^ES(?:256K?|384|512)$/.test(alg)) return 'EC';
  return /^(?:EdDSA|Ed25519|Ed448)$/.test(alg) ? 'OKP' : null;
}

/** Whether a key is of the type and the curve that an algorithm needs. */
export function isForAlgorithm(key: JsonObject, alg: string): boolean {
  const curve = CURVES[alg];
  return key.kty === keyTypeOf(alg) && (curve === undefined || key.crv === curve);
}

/** Whether a key can have made signatures of this algorithm, by its type, its curve and its use. */
export function canSign(key: JsonObject, alg: string): boolean {
  if (!isForAlgorithm(key, alg) || stringMember(key, 'use') === 'enc') return false;
  const named = stringMember(key, 'alg');
  return named === null || named === alg || (key.kty === 'OKP' && keyTypeOf(named) === 'OKP');
}

/** The size of signatures in bytes. RSA signatures are as long as their key. */
const SIZES: Readonly<Record<string, number>> = { ES256: 64, ES256K: 64, ES384: 96, ES512: 132 };
const SHORTEST_RSA = 128;

/**
 * Whether a signature has a length that the algorithm can give. Programs that sanitize recordings
 * replace or shorten signatures.
 */
export function isWholeSignature(signature: string, alg: string): boolean {
  const bytes = Math.floor((signature.length * 3) / 4);
  if (keyTypeOf(alg) === 'RSA') return bytes >= SHORTEST_RSA && bytes % 8 === 0;
  return bytes === (SIZES[alg] ?? (alg === 'Ed448' ? 114 : 64));
}

/** SEQUENCE of two INTEGERs (RFC 3279 section 2.2.3), as base64url. A whole one begins so. */
const DER = /^M[A-Z][A-Za-z0-9_-]{90,190}$/;

/**
 * Whether the signature of a JWT by an elliptic curve has the form of X.509, where a JWS has two
 * numbers of fixed length (RFC 7518 section 3.4).
 */
export function isDerSignature(compact: string, alg: string): boolean {
  if (!alg.startsWith('ES')) return false;
  const signature = compact.slice(compact.lastIndexOf('.') + 1);
  if (!DER.test(signature) || isWholeSignature(signature, alg)) return false;
  const bytes = base64Bytes(signature);
  if (bytes?.[0] !== 0x30) return false;
  const long = bytes[1] === 0x81;
  const start = long ? 3 : 2;
  const length = bytes[long ? 2 : 1] ?? 0;
  const first = bytes[start + 1] ?? 0;
  return length === bytes.length - start && bytes[start] === 2 && bytes[start + 2 + first] === 2;
}
