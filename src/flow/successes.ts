import type { Changes } from '../correlation/changes.ts';
import { type Timed, TimeList } from '../correlation/time-list.ts';
import { memoised } from '../http/memo.ts';
import { withoutQuery } from '../http/url.ts';
import type { AuthorizationRequest } from '../oauth/kinds/authorization-request.ts';
import type { TokenRequest } from '../oauth/kinds/token-request.ts';
import { clientOf } from '../oauth/values/token-request-view.ts';
import { wasAccepted } from './facts/attempt.ts';
import type { Flow, Success } from './flow.ts';

/** What was granted: a code or tokens at the authorization endpoint, or tokens at the token endpoint. */
export type Granted = Success['granted'];

interface Entry extends Success, Timed {}

/**
 * The attempts that a server granted, found by the client and the server. A failed attempt is
 * compared with the one that is closest in time, preferably an earlier one.
 */
export class Successes {
  readonly #lists = new Map<string, TimeList<Entry>>();
  readonly #entries = new Map<string, ReadonlyMap<string, Entry>>();
  readonly #changes: Pick<Changes, 'note'>;

  constructor(changes: Pick<Changes, 'note'>) {
    this.#changes = changes;
  }

  /** Adds the attempt, or replaces or removes it when it changed. */
  set(flow: Flow): void {
    this.delete(flow.id);
    const entries = entriesOf(flow);
    if (entries.size === 0) return;
    this.#entries.set(flow.id, entries);
    for (const [name, entry] of entries) {
      const list = this.#lists.get(name) ?? new TimeList<Entry>();
      list.add(entry);
      this.#changes.note(name);
      this.#lists.set(name, list);
    }
  }

  delete(id: string): void {
    for (const [name, entry] of this.#entries.get(id) ?? []) {
      const list = this.#lists.get(name);
      list?.remove(entry);
      this.#changes.note(name);
      if (list?.size === 0) this.#lists.delete(name);
    }
    this.#entries.delete(id);
  }

  /** The closest other attempt of the same client that was granted this. */
  closest(flow: Flow, granted: Granted): Success | null {
    const when = { id: flow.id, startedAt: flow.startedAt, rank: 0 };
    const other = ({ id }: Entry): boolean => id !== flow.id;
    for (const name of successNames(flow, granted)) {
      const list = this.#lists.get(name);
      const found = list?.newestBefore(when, other) ?? list?.earliestAfter(when, other);
      if (found) return found;
    }
    return null;
  }
}

function entriesOf(flow: Flow): ReadonlyMap<string, Entry> {
  const { id, startedAt, request } = flow;
  const token = flow.tokenRequests.find(
    ({ response, grant }) => response.outcome === 'tokens' && grant !== 'refresh_token',
  );
  const base = { id, startedAt, rank: 0, request, token: token ?? null };
  const entries = new Map<string, Entry>();
  if (request && wasAccepted(flow)) {
    for (const name of successNames(flow, 'login'))
      entries.set(name, { ...base, granted: 'login' });
  }
  if (token) {
    for (const name of successNames(flow, 'tokens'))
      entries.set(name, { ...base, granted: 'tokens' });
  }
  return entries;
}

/**
 * The names under which an attempt is found: by its client, else by the URL to which a login returns.
 */
export function successNames(flow: Flow, granted: Granted): readonly string[] {
  if (granted === 'tokens') return tokenNames(flow);
  return flow.request === null ? [] : loginNames(flow.request);
}

const loginNames = memoised((request: AuthorizationRequest): readonly string[] => {
  const values = ['client_id', 'redirect_uri'].flatMap((name) => {
    const value = request.effective(name);
    return value ? [`${name} ${value}`] : [];
  });
  return values.map((value) => `login ${request.endpoint} ${value}`);
});

const tokenNames = memoised(({ client, tokenRequests }: Flow): readonly string[] => {
  const names = tokenRequests.flatMap((token) => {
    const named = clientOf(token) ?? client;
    return named ? [`tokens ${endpointOf(token)} ${named}`] : [];
  });
  return [...new Set(names)];
});

function endpointOf({ exchange }: TokenRequest): string {
  return withoutQuery(exchange.request.url);
}
