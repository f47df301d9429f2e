import type { Exchange } from '../../src/http/exchange.ts';
import { exchange } from './recordings.ts';

/** An invented server. */
export const AS = 'https://as.example.com';
/** Percent-encodes. */
export const q = encodeURIComponent;
/** A page. */
export const page = (html: string, status = 200): Exchange => exchange({ text: html, status });
/** A refusal with a text. */
export const error = (text: string): Exchange => exchange({ status: 400, text });
/** An answer in JSON. */
export const json = (value: object): Exchange => exchange({ text: JSON.stringify(value) });
/** A request to a URL of the server. */
export const url = (rest: string): Exchange => exchange({ url: `${AS}${rest}` });
/** A posted form. */
export const form = (body: string): Exchange => exchange({ method: 'POST', body });
/** A request with a header field. */
export const header = (line: string): Exchange => exchange({ headers: [line] });
/** A refusal with a header field. */
export const answer = (line: string): Exchange => exchange({ status: 401, answer: [line] });
/** A value that servers make by chance. */
export const RANDOM = 'kq7Zr2Vw9Lx4Tn';
/** A SAML response. */
export const XML = (inside: string): string =>
  `<?xml version="1.0"?><samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">${inside}</samlp:Response>`;

/** Where a value stands, the value, and the exchange that holds it. */
export type Plant = readonly [place: string, value: string, of: Exchange];
