import { nearMiss } from '../../http/near-miss.ts';
import { bearerChallenge } from '../../oauth/values/challenge.ts';
import { jsonList } from '../../oauth/values/json.ts';
import type { Flow } from '../flow.ts';

/** Where a scope is known from. */
export type ScopeSource = 'metadata' | 'API' | 'login' | 'standard';

/** A requested scope that nothing in the recording knows, and the known one that was probably meant. */
export interface MisspeltScope {
  readonly name: string;
  readonly meant: string;
  readonly source: ScopeSource;
}

const MAX_NAMES = 200;
/** Each of these is compared with every known name. */
const MAX_COMPARED = 50;
const MAX_NAME = 200;

/** What every server of OpenID Connect knows, whether it lists it or not. */
const COMMON = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

/** The requested scopes that `scopes_supported` of the server leaves out (RFC 8414 section 2). */
export function unlistedScopes(flow: Flow, scope: string): readonly string[] {
  const listed = supportedScopes(flow);
  if (listed.length === 0) return [];
  const known = new Set(listed);
  return namesIn(scope).filter((name) => !known.has(name) && !COMMON.has(name));
}

/** The scopes that the metadata lists; empty when it lists none, or was not recorded. */
export function supportedScopes({ metadata }: Flow): readonly string[] {
  return jsonList(metadata?.metadata?.scopes_supported).slice(0, MAX_NAMES);
}

/**
 * The requested scopes that are spelt almost like one that the server lists, that the API asks for,
 * or with which another login of this client worked.
 */
export function misspeltScopes(flow: Flow, scope: string): readonly MisspeltScope[] {
  const known = knownScopes(flow);
  const names = namesIn(scope)
    .filter((name) => !known.has(name) && name.length <= MAX_NAME)
    .slice(0, MAX_COMPARED);
  return names.flatMap((name) => {
    const meant = nearest(name, known);
    return meant === null ? [] : [{ name, meant, source: known.get(meant) ?? 'standard' }];
  });
}

/** The single names in a scope (RFC 6749 section 3.3). */
export function namesIn(scope: string): readonly string[] {
  return [...new Set(scope.split(/\s+/).filter(Boolean))].slice(0, MAX_NAMES);
}

function knownScopes(flow: Flow): ReadonlyMap<string, ScopeSource> {
  const known = new Map<string, ScopeSource>();
  const add = (names: readonly string[], source: ScopeSource): void => {
    for (const name of names.slice(0, MAX_NAMES)) if (!known.has(name)) known.set(name, source);
  };
  add(supportedScopes(flow), 'metadata');
  for (const message of flow.messages) {
    if (message.kind === 'protected-resource-metadata-request')
      add(jsonList(message.metadata?.scopes_supported), 'API');
    if (message.kind === 'api-call') add(bearerChallenge(message.exchange)?.scopes ?? [], 'API');
  }
  for (const granted of ['login', 'tokens'] as const) {
    const success = flow.recording.otherSuccess(flow, granted);
    const { token, request } = success ?? {};
    const sent = token?.params.get('scope') ?? request?.effective('scope') ?? '';
    add(namesIn(sent), 'login');
  }
  add([...COMMON], 'standard');
  return known;
}

function nearest(name: string, known: ReadonlyMap<string, ScopeSource>): string | null {
  const names = [...known.keys()];
  return (
    names.find((one) => nearMiss(name, one) !== null) ??
    names.find((one) => wordsOf(one) === wordsOf(name)) ??
    null
  );
}

/** The words of a name in any order: `read:photos` and `photos.read` are made of the same ones. */
function wordsOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
