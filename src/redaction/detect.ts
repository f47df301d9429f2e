import { shapedSecrets } from '../oauth/registry/secret-shapes.ts';
import { detectMail } from './detect-mail.ts';
import { detectNumbers } from './detect-numbers.ts';

/** A value that is recognised by its shape. */
export interface Detected {
  readonly value: string;
  readonly shape: Shape;
}

/** The shapes, as reasons name them. */
export type Shape =
  | 'jwt'
  | 'token'
  | 'private key'
  | 'password in a URL'
  | 'user name in a URL'
  | 'e-mail address'
  | 'IP address'
  | 'phone number'
  | 'card number'
  | 'bank account'
  | 'social security number';

const MAX_TEXT = 4_000_000;
/** RFC 3986 section 3.2.1, in any text. */
const USERINFO = /[a-z]:\/\/([^\s/?#@:"'<>\\]{0,200}):([^\s/?#@"'<>\\]{1,400})@/gi;
/** RFC 7468 section 10. */
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----([^-]{20,20000})/g;

/** Finds values in any text, also an encoded one, whose shape says what they are. */
export function detect(text: string): readonly Detected[] {
  const bounded = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  const found: Detected[] = [...shapedSecrets(bounded)];
  if (bounded.includes('@')) found.push(...detectMail(bounded), ...detectUserinfo(bounded));
  if (bounded.includes('PRIVATE KEY-----')) {
    for (const [, value = ''] of bounded.matchAll(PRIVATE_KEY)) {
      found.push({ value, shape: 'private key' });
    }
  }
  if (/\d/.test(bounded)) found.push(...detectNumbers(bounded));
  return found;
}

/** Whether a shape is of secrets, not of people. */
export function isSecretShape(shape: Shape): boolean {
  return ['jwt', 'token', 'private key', 'password in a URL'].includes(shape);
}

function detectUserinfo(text: string): readonly Detected[] {
  if (!text.includes('://')) return [];
  return [...text.matchAll(USERINFO)].flatMap(([, user = '', password = '']) => [
    { value: user, shape: 'user name in a URL' as const },
    { value: password, shape: 'password in a URL' as const },
  ]);
}
