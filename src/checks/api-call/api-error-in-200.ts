import { isOAuthToken } from '../../flow/facts/token-use.ts';
import type { Exchange } from '../../http/exchange.ts';
import { isOk, statusWords } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { type JsonObject, parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { BODY, defineCheck, rfc } from '../check.ts';

export default defineCheck({
  title: 'The API refuses the call with a status of success',
  severity: 'info',
  owner: 'client',
  basis: 'reported',
  why: 'GraphQL and RPC interfaces answer 200 and put the refusal into the body. A client that goes by the status never refreshes its token.',
  fix: 'Read the code in the body, and treat it like a 401: refresh once and repeat the call.',
  specs: [rfc(9110, '15.3.1')],
  subject: 'api-call',
  *check(message, flow) {
    const { exchange } = message;
    if (message.token === null || !exchange.response || !isOk(exchange.response)) return;
    const code = refusalIn(exchange);
    if (code === null || !isOAuthToken(flow, message)) return;
    yield {
      at: BODY,
      observed: `The API answered ${statusWords(exchange.response)}, and its body says ${quote(code, 80)}.`,
      expected: '401 or 403',
    };
  },
});

const CODE =
  /^(?:un(?:authenticated|authorized)|forbidden|(?:auth_)?not_?authenticated|invalid_(?:auth|token)|not_authed|token_(?:expired|revoked)|access_denied|account_inactive|missing_scope)$/i;
/** Longer bodies are data. */
const MAX_BODY = 20_000;
const ERROR_LIKE = /"(?:errors?|code|status(?:Code)?|ok)"\s*:/;

function refusalIn(exchange: Exchange): string | null {
  const text = responseText(exchange);
  if (text === null || text.length > MAX_BODY || !ERROR_LIKE.test(text)) return null;
  const json = parseJsonObject(text);
  if (json === null) return null;
  return ofGraphql(json) ?? ofRpc(json);
}

/** `errors[0].extensions.code` of GraphQL servers. */
function ofGraphql({ errors }: JsonObject): string | null {
  const [first]: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const extensions = objectIn(first)?.extensions;
  const code = stringMember(objectIn(extensions), 'code');
  return code !== null && CODE.test(code) ? code : null;
}

/** `{"ok":false,"error":"…"}` and `{"error":{"code":401}}`. */
function ofRpc(json: JsonObject): string | null {
  const error = objectIn(json.error);
  const number = [error?.code, error?.status, error ? null : json.code].find(
    (one) => one === 401 || one === 403,
  );
  if (error && number !== undefined) return `error ${number}`;
  const code = stringMember(json, 'error') ?? stringMember(error, 'code');
  const failed = json.ok === false || json.success === false || error !== null;
  return failed && code !== null && CODE.test(code) ? code : null;
}

function objectIn(value: unknown): JsonObject | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : null;
}
