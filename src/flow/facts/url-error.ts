import { decodeBase64url } from '../../http/base64.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { packedErrorParameter } from '../../providers/registry/errors.ts';

const NAMES = ['error', 'errorCode', 'error_description', 'error_hint'];
/** Names that mean an error only beside one of the others. */
const BESIDE = ['error_message', 'message', 'msg', 'reason'];

/**
 * The error that the URL of a page names; empty when it names none, or when the URL is a request.
 */
export function urlError(url: string): string {
  const params = formParams(queryOf(url));
  if (params.has('client_id') && params.has('response_type')) return '';
  const parameter = packedErrorParameter(url);
  const packed = parameter === null ? undefined : params.get(parameter);
  const plain = NAMES.map((name) => params.get(name) ?? '');
  const named = [...plain, packed ? unpacked(packed) : ''].filter(Boolean);
  if (named.length === 0) return '';
  const more = BESIDE.map((name) => params.get(name) ?? '').filter(Boolean);
  return [...named, ...more].join(' ');
}

/** The readable text in a base64url value. */
function unpacked(text: string): string {
  return (decodeBase64url(text)?.match(/[\x20-\x7E]{4,}/g) ?? []).join(' ');
}
