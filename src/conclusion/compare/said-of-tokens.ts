import type { Message } from '../../oauth/message.ts';
import { tokensOf } from '../../oauth/message-tokens.ts';
import { type JsonObject, jsonText, numericMember } from '../../oauth/values/json.ts';
import { viewToken } from '../../oauth/values/jwt.ts';
import { duration } from '../../words/times.ts';
import type { Said } from './compared.ts';
import { comparedKey, natureOfClaim } from './natures.ts';

const MAX_TOKENS = 8;
const MAX_CLAIMS = 100;
const MAX_VALUE = 1_000;

/** What the tokens of a message say. */
export function saidOfTokens(message: Message): readonly Said[] {
  return tokensOf(message)
    .slice(0, MAX_TOKENS)
    .flatMap(({ name, text }) => {
      const view = viewToken(text);
      const form: Said = { place: 'claim', name, value: FORMS[view.kind], nature: 'plain' };
      if (view.kind !== 'jwt') return [form];
      const { header, claims } = view.jwt;
      return [form, ...ofHeader(name, header), ...ofClaims(name, claims)];
    });
}

const FORMS = {
  jwt: 'JWT',
  encrypted: 'encrypted JWT',
  malformed: 'damaged JWT',
  opaque: 'opaque',
} as const;

function claim(token: string, name: string, value: string): Said {
  return { place: 'claim', name: `${token}: ${name}`, value, nature: 'plain' };
}

function ofHeader(token: string, header: JsonObject): readonly Said[] {
  return ['alg', 'typ', 'kid']
    .filter((name) => typeof header[name] === 'string')
    .map((name) => claim(token, `${name} (header)`, String(header[name]).slice(0, MAX_VALUE)));
}

function ofClaims(token: string, claims: JsonObject): readonly Said[] {
  const said = Object.entries(claims)
    .slice(0, MAX_CLAIMS)
    .map(([name, value]): Said => {
      const text = (typeof value === 'string' ? value : jsonText(value)).slice(0, MAX_VALUE);
      const list = Array.isArray(value) ? value.map(jsonText).toSorted().join('\n') : undefined;
      const key = list ?? comparedKey(name, text);
      const all = { ...claim(token, name, text), nature: natureOfClaim(name) };
      return key === undefined ? all : { ...all, key };
    });
  const [exp, iat] = [numericMember(claims, 'exp'), numericMember(claims, 'iat')];
  if (exp === null || iat === null) return said;
  return [...said, claim(token, 'lifetime', duration((exp - iat) * 1_000))];
}
