import { decodeBase64url } from '../../http/base64.ts';
import { queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { packedErrorParameter } from '../../providers/registry/errors.ts';

const NAMES = ['error', 'errorCode', 'error_description', 'error_hint'];

/**
 * The error that the URL of a page names; empty when it names none, or when the URL is a request.
 */
export function urlError(url: string): string {
  const params = formParams(queryOf(url));
  if (params.has('client_id') && params.has('response_type')) return '';
  const parameter = packedErrorParameter(url);
  const packed = parameter === null ? undefined : params.get(parameter);
  const plain = NAMES.map((name) => params.get(name) ?? '');
  return [...plain, packed ? unpacked(packed) : ''].filter(Boolean).join(' ');
}

/** The readable text in a base64url value. */
function unpacked(text: string): string {
  return (decodeBase64url(text)?.match(/[\x20-\x7E]{4,}/g) ?? []).join(' ');
}
