import type { Rng } from './rng.ts';

/** Secrets that nothing but their name or their randomness gives away. */
export const SECRETS = {
  token: (rng) => rng.token(22 + rng.below(30)),
  'short token': (rng) =>
    `${rng.lower(2)}${rng.digits(2)}${rng.lower(3)}${rng.digits(3)}${rng.lower(2)}`,
  hex: (rng) => rng.hex(32),
  uuid: (rng) => [8, 4, 4, 4, 12].map((length) => rng.hex(length)).join('-'),
  'lower case': (rng) => rng.lower(16 + rng.below(10)),
  'with every character': (rng) => `${rng.token(6)}+/= &%"'<>\\é€😀${rng.token(8)}`,
  jwt: (rng) => {
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'ES256', kid: 'k1' })}.${part({ jti: rng.token(16) })}.${rng.token(86)}`;
  },
  'of a provider': (rng) => `gho_${rng.token(32).replace(/[-_]/g, 'x')}`,
} satisfies Readonly<Record<string, (rng: Rng) => string>>;

const FIRST = 'Amélie Zbigniew Ngozi Þórdís Oluwaseun Xiomara Svetlana Bartholomäus'.split(' ');
const LAST = 'Quiñonero Wojciechowski Okonkwo Björnsdóttir Vandersloot Ypsilanti Krzemiński'.split(
  ' ',
);

/** Values that identify a person, recognised by their shape or their name. */
export const PERSONAL = {
  mail: (rng) => `${rng.lower(6)}.${rng.lower(8)}@${rng.lower(5)}.example`,
  'mail with a tag': (rng) => `${rng.lower(7)}+${rng.lower(4)}@example.org`,
  'mail of an IDN': (rng) => `${rng.lower(7)}@b\u00fccher-${rng.lower(4)}.example`,
  'mail without a top-level domain': (rng) => `${rng.lower(9)}@intranet`,
  name: (rng) => `${rng.pick(FIRST)} ${rng.pick(LAST)}`,
  phone: (rng) => `+49 151 ${rng.digits(8)}`,
  'phone with dashes': (rng) => `+1-555-${rng.digits(3)}-${rng.digits(4)}`,
  'IPv4 address': (rng) => `203.0.113.${10 + rng.below(240)}`,
  'IPv6 address': (rng) => `2001:db8:${rng.hex(4)}:${rng.hex(4)}::${1 + rng.below(8)}${rng.hex(2)}`,
  card: (rng) => withCheckDigit(`4${rng.digits(14)}`),
  'domain user': (rng) => `CORP\\${rng.lower(8)}`,
  subject: (rng) => `${rng.lower(4)}|${rng.digits(18)}`,
} satisfies Readonly<Record<string, (rng: Rng) => string>>;

export type SecretName = keyof typeof SECRETS;
export type PersonalName = keyof typeof PERSONAL;
export const SECRET_NAMES = Object.keys(SECRETS) as readonly SecretName[];
export const PERSONAL_NAMES = Object.keys(PERSONAL) as readonly PersonalName[];

/** ISO/IEC 7812-1 annex B. */
function withCheckDigit(digits: string): string {
  const sum = [...digits].reduceRight((total, digit, index) => {
    const doubled = Number(digit) * ((digits.length - index) % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
