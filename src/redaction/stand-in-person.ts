import type { Random } from './random.ts';
import { shapedLike } from './stand-in-shape.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const IP_V4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const IP_V6 = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i;
const PHONE = /^\+?[\d ()./-]{6,24}$/;
const DOMAIN_USER = /^[\w.-]{1,64}\\/;
/** RFC 5737: addresses for documentation. */
const NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];
/** A longer value is no name, and a check may look at its length. */
const LONGEST = 120;

/** RFC 2606: nobody has an address there. */
const DOMAINS = ['example.com', 'example.net', 'example.org', 'people.example', 'mail.example'];

/** A domain for addresses of nobody. It shows none of the hosts. */
export function mailDomain(hosts: readonly string[]): string {
  return DOMAINS.find((one) => !hosts.some((host) => one.includes(host))) ?? 'nobody.invalid';
}

/** A person, account or address that nobody has. `number` distinguishes them. */
export function personLike(
  value: string,
  number: number,
  random: Random,
  domain: string = mailDomain([]),
): string {
  if (value.length > LONGEST || GUID.test(value) || /^\d{5,}$/.test(value)) {
    return shapedLike(value, random, { placed: false });
  }
  if (value.includes('@')) return `person-${number}@${domain}`;
  if (IP_V4.test(value)) return ipLike(number);
  if (IP_V6.test(value)) return `2001:db8::${number.toString(16)}`;
  if (PHONE.test(value) && /\d{4}/.test(value)) return phoneLike(number);
  const name = `pers${unusual(value) ?? 'o'}n-${number}`;
  return DOMAIN_USER.test(value) ? `EXAMPLE\\${name}` : name;
}

/** A letter that is no ASCII, where a value has one: some programs destroy those. */
function unusual(value: string): string | null {
  const [letter] = /[\x80-\u{10FFFF}]/u.exec(value) ?? [];
  if (letter === undefined) return null;
  if (letter === '\uFFFD') return letter;
  return letter < '\u0100' ? 'ö' : 'ő';
}

function ipLike(number: number): string {
  return `${NETWORKS[Math.floor(number / 254) % NETWORKS.length]}.${1 + (number % 254)}`;
}

/** The numbers 555-0100 to 555-0199 of each area of North America are for fiction. */
function phoneLike(number: number): string {
  return `+1${201 + (Math.floor(number / 100) % 700)}55501${String(number % 100).padStart(2, '0')}`;
}
