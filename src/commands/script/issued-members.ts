import type { Exchange } from '../../http/exchange.ts';
import type { ScriptValues } from './script-values.ts';

/** Members that later requests repeat, although some of them are no secrets. */
const REPEATED = new Set(
  'request_uri client_id device_code user_code auth_req_id access_token refresh_token id_token'.split(
    ' ',
  ),
);
const MAX_BODY = 1024 * 1024;
const MAX_MEMBERS = 50;
const MAX_DEPTH = 2;

/** The label of an issued value. A server may not choose the name of any variable, such as a proxy's. */
export function issuedLabel(name: string): string {
  return REPEATED.has(name) ? name : `issued_${name}`;
}

interface Member {
  readonly path: readonly string[];
  readonly value: string;
}

/** The values in the JSON of an answer that later requests may send. */
export function issuedMembers({ response }: Exchange, values: ScriptValues): readonly Member[] {
  const body = response?.body;
  if (!body || !('text' in body) || body.text.length > MAX_BODY) return [];
  const members: Member[] = [];
  visit(parsed(body.text), []);
  return members;

  function visit(value: unknown, path: readonly string[]): void {
    if (typeof value === 'string') {
      const name = path.at(-1);
      if (name === undefined || value === '' || members.length >= MAX_MEMBERS) return;
      const isWanted = REPEATED.has(name) || values.hides(`${name}=${value}`);
      // The name itself can be personal.
      if (isWanted && !values.hides(JSON.stringify(path))) members.push({ path, value });
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (path.length >= MAX_DEPTH) return;
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
