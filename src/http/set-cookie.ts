import type { Exchange } from './exchange.ts';
import { headerValues } from './headers.ts';
import type { Cookie } from './request-cookies.ts';

/** RFC 6265bis section 5.6: a field with one of these sets no cookie. */
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F]/;
const SPACE_AROUND = /^[ \t]+|[ \t]+$/g;

/** RFC 6265bis section 5.6: the cookies that the response of an exchange sets, in order. */
export function responseCookies(exchange: Exchange): Cookie[] {
  const fields = headerValues(exchange.response?.headers ?? [], 'set-cookie');
  // Some recorders join the fields with a line feed, which no field value can hold.
  return fields.flatMap((field) => field.split('\n')).flatMap(cookieOf);
}

function cookieOf(field: string): Cookie | [] {
  if (CONTROL.test(field)) return [];
  const pair = field.split(';', 1)[0] ?? '';
  const equals = pair.indexOf('=');
  const name = (equals < 0 ? '' : pair.slice(0, equals)).replace(SPACE_AROUND, '');
  const value = pair.slice(equals + 1).replace(SPACE_AROUND, '');
  return name === '' && value === '' ? [] : { name, value };
}
