import { cookieMode, type FetchHost, fetchCall } from '../fetch-call.ts';
import { defineTarget } from '../target.ts';

/** Fetch standard, "forbidden request-header"; `User-Agent` is ignored by Chromium. */
const FORBIDDEN = new Set(
  (
    'accept-charset accept-encoding access-control-request-headers access-control-request-method ' +
    'access-control-request-private-network connection content-length cookie cookie2 date dnt expect ' +
    'host keep-alive origin referer set-cookie te trailer transfer-encoding upgrade user-agent via'
  ).split(' '),
);

const browser: FetchHost = {
  allows: (name) => !FORBIDDEN.has(name) && !/^(?:proxy-|sec-)/.test(name),
  notes: leftOutNotes,
  problem: () => null,
  options: (exchange) => {
    const mode = cookieMode(exchange);
    return mode === null ? [] : [`credentials: "${mode}"`];
  },
  values: (names) => `{ ${names.map((name) => `${name}: ""`).join(', ')} }`,
};

/** `fetch` for the console of a browser. */
export default defineTarget({
  name: 'fetch',
  write: (exchange, manner) => fetchCall(exchange, manner, browser),
});

function leftOutNotes(leftOut: readonly string[]): readonly string[] {
  const names = new Set(leftOut.map((name) => (/^sec-/i.test(name) ? 'Sec- fields' : name)));
  if (names.size === 0) return [];
  const notes = [`Left out, because the browser sets them: ${[...names].join(', ')}`];
  if (leftOut.some((name) => name.toLowerCase() === 'cookie')) {
    notes.push('The browser sends its own cookies.');
  }
  if (leftOut.some((name) => name.toLowerCase() === 'origin')) {
    notes.push('Run it on a page of the same origin as the one that sent it.');
  }
  return notes;
}
