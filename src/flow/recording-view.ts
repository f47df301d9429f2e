import type { Correlator } from '../correlation/correlator.ts';
import type { Item } from '../correlation/item.ts';
import { key } from '../correlation/keys.ts';
import { askedAfter } from '../correlation/step-up.ts';
import type { Exchange } from '../http/exchange.ts';
import type { PushedAuthorizationRequest } from '../oauth/kinds/pushed-authorization-request.ts';
import type { RegistrationRequest } from '../oauth/kinds/registration-request.ts';
import { audiences } from '../oauth/values/jwt.ts';
import type { Located, RecordingView } from './flow.ts';
import type { Rounds } from './rounds.ts';
import type { Signatures } from './signatures.ts';
import type { Successes } from './successes.ts';

/**
 * Id of the flow that starts with this item: the id of its exchange. ` issued` tells two flows
 * apart that start with one exchange, as at a broker.
 */
export function flowId(root: Item): string {
  const { id } = root.exchange;
  return root.sighting.kind === 'response-issued' ? `${id} issued` : id;
}

/** What is known beside the messages. Messages outside any flow are not compared with attempts. */
interface Beside {
  readonly signatures: Pick<Signatures, 'of'>;
  readonly successes?: Pick<Successes, 'closest'>;
  readonly rounds?: Pick<Rounds, 'loopOf'>;
  readonly lacksMessages?: () => boolean;
}

/** Look-ups over all flows, for checks that compare attempts. */
export function recordingView(
  correlator: Correlator,
  { signatures, successes, rounds, lacksMessages = () => false }: Beside,
): RecordingView {
  const located = <M>(item: Item, message: M): Located<M> => ({
    message,
    flow: flowId(correlator.rootOf(item)),
  });
  const requestKeys = {
    state: key.state,
    nonce: key.nonce,
    code_challenge: key.challenge,
    request_uri: key.requestUri,
  } as const;
  const tokenKeys = { code: key.usedCode, refresh_token: key.usedRefresh } as const;
  return {
    cookies: correlator.cookies,
    lacksMessages,
    requestsWith: (name, value) =>
      correlator.index
        .providers(requestKeys[name](value))
        .flatMap((item) =>
          item.sighting.kind === 'authorization-request' ? [located(item, item.sighting)] : [],
        ),
    // When clients send a constant instead of a fresh value, this list is as long as the recording.
    lastRequestWith: (name, value, until, accept) => {
      let looked = 0;
      for (const item of correlator.index.providersUntil(requestKeys[name](value), until)) {
        if (item.sighting.kind !== 'authorization-request') continue;
        const found = located(item, item.sighting);
        if (accept(found)) return found;
        looked += 1;
        if (looked === MAX_LOOKED_BACK) return null;
      }
      return null;
    },
    tokenRequestsWith: (name, value) =>
      correlator.index
        .providers(tokenKeys[name](value))
        .flatMap((item) =>
          item.sighting.kind === 'token-request' ? [located(item, item.sighting)] : [],
        ),
    otherSuccess: (flow, granted) => successes?.closest(flow, granted) ?? null,
    registrationOf: (client) =>
      lastOf(correlator.index.providers(key.registered(client)), isRegistration),
    lastRegistration: (url, until) =>
      lastOf(
        correlator.index.providers(key.registrations(url)),
        isRegistration,
        ({ startedAt }) => startedAt <= until,
      ),
    pushedRequest: (requestUri) =>
      lastOf(correlator.index.providers(key.pushed(requestUri)), isPushed),
    loopOf: (flow) => rounds?.loopOf(flow) ?? null,
    redirectedTo: (url, until) =>
      firstOf(correlator.index.providersUntil(key.redirected(url), until)),
    steppedUp: (refusal, client) =>
      askedAfter(refusal)
        .flatMap((name) => correlator.index.providers(name))
        .find(
          ({ startedAt, sighting }) =>
            startedAt > refusal.startedAt && !asksForOther(sighting, client),
        )?.exchange ?? null,
    copiesOf: (code) => correlator.copies.of(code),
    loggedOut: (server, after, until, client = null) =>
      firstOf(
        correlator.index.providersUntil(key.logout(server), until),
        ({ startedAt }) => startedAt >= after,
        ({ sighting }) => !namesOther(sighting, client),
      ),
    signatureOf: signatures.of,
    nextLogin: (client, after) =>
      firstOf(
        correlator.index.providersAfter(key.client(client), after),
        always,
        ({ sighting }) => sighting.kind === 'authorization-request',
      ),
  };
}

type Sighting = Item['sighting'];

/** So many requests before are compared with one. When all of them are refused, so is the rest. */
const MAX_LOOKED_BACK = 200;

const always = (): boolean => true;

/** The exchange of the first item that is accepted, before one that is out of range. */
function firstOf(
  items: Iterable<Item>,
  inRange: (item: Item) => boolean = always,
  accept: (item: Item) => boolean = always,
): Exchange | null {
  for (const item of items) {
    if (!inRange(item)) return null;
    if (accept(item)) return item.exchange;
  }
  return null;
}

const isRegistration = (one: Sighting): one is RegistrationRequest =>
  one.kind === 'registration-request';
const isPushed = (one: Sighting): one is PushedAuthorizationRequest =>
  one.kind === 'pushed-authorization-request';

/** Whether a logout names clients, and this one is not among them. */
function namesOther(one: Sighting, client: string | null): boolean {
  if (one.kind !== 'end-session-request' || client === null) return false;
  const named = one.params.get('client_id');
  const clients = named ? [named] : one.idTokenHint ? audiences(one.idTokenHint.claims) : [];
  return clients.length > 0 && !clients.includes(client);
}

/** Whether an authorization request is by another client than this one. */
function asksForOther(one: Sighting, client: string | null): boolean {
  const other = one.kind === 'authorization-request' ? one.params.get('client_id') : undefined;
  return client !== null && other !== undefined && other !== client;
}

/** The last message of a kind among some items. */
function lastOf<M extends Sighting>(
  items: readonly Item[],
  isKind: (one: Sighting) => one is M,
  accept: (item: Item) => boolean = () => true,
): M | null {
  const found = items.findLast((item) => isKind(item.sighting) && accept(item))?.sighting;
  return found && isKind(found) ? found : null;
}
