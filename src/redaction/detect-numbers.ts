import { matchesIn } from '../http/matches.ts';
import { isLoopbackHost } from '../http/url.ts';
import type { Detected, Shape } from './detect.ts';

const IPV4 = /(?<![\w./@-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g;
const OF_VERSION = /(?:v|ver|version|release|build|rv|firmware|agent)["']?[:=\s/]{0,3}["']?$/i;
const IPV6 =
  /(?<![\w:./-]|\/\/\[)(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3}|(?<=::))(?:%\w{1,16})?(?![\w:])/gi;
/** JSON is full of single colons. */
const COLONS = /:[0-9a-f]{0,4}:/i;
/** ITU-T E.123 and E.164; the separators that people write. */
const INTERNATIONAL = /(?<![\w+.=/-])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?![\w-]|\.\d)/g;
const NATIONAL =
  /(?<![\w.+=/-])(?:\(\d{2,5}\)[ -]?\d{3,4}[ -]?\d{3,5}|\d{3}[-. ]\d{3}[-. ]\d{4}|0\d{2,4}[ /-]\d{3,4}[ -]?\d{2,6})(?![\w-]|\.\d)/g;
const SOCIAL_SECURITY = /(?<![\w.+=/-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])/g;
const CARD = /(?<![\w.+/-])(?:[3-6]\d{3}|2[2-7]\d\d)(?:[ -]?\d){9,15}(?![\w-]|\.\d)/g;
const IBAN =
  /(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/g;

/** The digits of a national number, with one character between them. */
const SHORTEST = 9;
/** As many digits as the shortest of them has, with no more between two than they have. */
const DIGITS = /\d(?:\D{0,2}\d){7}/;

/** Finds addresses and numbers that identify people in any text. */
export function detectNumbers(text: string): readonly Detected[] {
  const found: Detected[] = [];
  const add = (pattern: RegExp, shape: Shape, isOne: (value: string, at: number) => boolean) => {
    for (const { 0: value, index } of matchesIn(text, pattern)) {
      if (isOne(value, index)) found.push({ value, shape });
    }
  };
  if (text.includes('.')) {
    add(IPV4, 'IP address', (value, at) => isIpv4(value, text.slice(Math.max(0, at - 16), at)));
  }
  if (COLONS.test(text)) add(IPV6, 'IP address', isIpv6);
  if (text.includes('+')) add(INTERNATIONAL, 'phone number', () => true);
  // Shorter than all that follow.
  if (text.length < SHORTEST) return found;
  if (DIGITS.test(text)) {
    add(NATIONAL, 'phone number', () => true);
    add(SOCIAL_SECURITY, 'social security number', () => true);
    add(CARD, 'card number', isCard);
  }
  add(IBAN, 'bank account', isIban);
  return found;
}

function isIpv4(value: string, before: string): boolean {
  const parts = value.split('.').map(Number);
  if (parts.some((part) => part > 255) || OF_VERSION.test(before)) return false;
  if (/(?:^|\.)0\d/.test(value)) return false;
  return parts[0] !== 0 && !isLoopbackHost(value) && !value.startsWith('255.255.');
}

function isIpv6(value: string): boolean {
  const [address = ''] = value.split('%');
  const groups = address.split(':');
  const digits = address.replace(/[^0-9a-f]/gi, '').length;
  if (address.includes('::'))
    return digits >= 4 && groups.length >= 3 && /[a-f0-9]{2}/i.test(address);
  return groups.length === 8 || (groups.length === 7 && address.includes('.'));
}

/** ISO/IEC 7812: 13 to 19 digits whose last one is the Luhn digit. */
function isCard(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  if (digits.length > 19 || new Set(digits).size < 2) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the check digits make the number, as digits, 1 modulo 97. */
function isIban(value: string): boolean {
  const bare = value.replaceAll(' ', '');
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const character of bare.slice(4) + bare.slice(0, 4)) {
    const number = Number.parseInt(character, 36);
    rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
  }
  return rest === 1;
}
