import { isByClient, wentOn } from '../../flow/facts/discovery.ts';
import type { Flow } from '../../flow/flow.ts';
import { isError, isOk, statusWords } from '../../http/status.ts';
import { originOfUrl, withoutQuery } from '../../http/url.ts';
import type { MetadataRequest } from '../../oauth/kinds/metadata-request.ts';
import { type JsonObject, stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { defineCheck, member, oidcDiscovery, rfc } from '../check.ts';

export default defineCheck({
  title: 'The metadata lacks what every server has to name',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'Clients take the endpoints from the metadata. What is missing there they cannot use, unless they guess.',
  fix: 'Publish the missing members in the metadata of the server.',
  specs: [rfc(8414, '2'), oidcDiscovery('3')],
  explains: [
    'token-endpoint-not-found',
    'token-error-nonstandard-shape',
    'token-error-unknown-code',
    'error-page-shown',
  ],
  subject: 'metadata-request',
  *check(message, flow) {
    const { metadata, exchange } = message;
    if (metadata === null || !isOk(exchange.response) || !isByClient(message)) return;
    const missing = required(metadata).filter((name) => stringMember(metadata, name) === null);
    if (missing.length === 0) return;
    const url = withoutQuery(exchange.request.url);
    const guess = guessed(message, missing, flow);
    const names = guess === null ? missing : [guess.name];
    yield {
      at: member(names[0] ?? ''),
      observed: `The metadata at ${url} has no ${list(names)}.${guess?.words ?? ''}`,
      fix: `Publish ${list(names)} in the metadata of the server, or enter what is missing in the client by hand.`,
      severity: guess === null && wentOn(flow, message) ? 'info' : 'error',
      ...(guess === null ? {} : { effect: 'request-fails' as const }),
    };
  },
});

/** RFC 8414 section 2: a server without a grant that uses an endpoint need not name it. */
function required(metadata: JsonObject): readonly string[] {
  const grants = stringsIn(metadata.grant_types_supported);
  const uses = (...names: string[]): boolean =>
    grants === null || names.some((name) => grants.includes(name));
  return [
    'issuer',
    ...(uses('authorization_code', 'implicit') ? ['authorization_endpoint'] : []),
    ...(grants?.length === 1 && grants[0] === 'implicit' ? [] : ['token_endpoint']),
  ];
}

function stringsIn(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}

/** What became of the endpoint that the client used in place of a missing one; null if it works. */
function guessed(
  { exchange }: MetadataRequest,
  missing: readonly string[],
  { messages }: Flow,
): { readonly name: string; readonly words: string } | null {
  const origin = originOfUrl(exchange.request.url);
  const failed = messages.find(
    (message) =>
      message.exchange.startedAt >= exchange.startedAt &&
      missing.includes(ENDPOINT_OF[message.kind] ?? '') &&
      originOfUrl(message.exchange.request.url) === origin &&
      isError(message.exchange.response),
  );
  const answer = failed?.exchange.response;
  if (!failed || !answer) return null;
  const { method, url } = failed.exchange.request;
  return {
    name: ENDPOINT_OF[failed.kind] ?? '',
    words: ` The client sent ${method} ${withoutQuery(url)} all the same, which answered ${statusWords(answer)}.`,
  };
}

const ENDPOINT_OF: Readonly<Partial<Record<string, string>>> = {
  'token-request': 'token_endpoint',
  'authorization-request': 'authorization_endpoint',
};
