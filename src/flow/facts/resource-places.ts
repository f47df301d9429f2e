import { memoised } from '../../http/memo.ts';
import { parseUrl, withoutQuery } from '../../http/url.ts';
import type { Message, MessageOf } from '../../oauth/message.ts';
import { bearerChallenge, refusedWith } from '../../oauth/values/challenge.ts';
import { audiences, jwtOf } from '../../oauth/values/jwt.ts';
import type { Flow } from '../flow.ts';
import { presence } from './attempt.ts';
import { isForMcp } from './mcp.ts';

/** A place of an attempt that says which API the token is for. */
export interface ResourcePlace {
  readonly name: 'called' | 'metadata' | 'authorization-request' | 'token-request' | 'access-token';
  /** Empty when it names none; null when that is unknown. */
  readonly values: readonly string[] | null;
  /** Whether it names the API as the API does; null for the API's own word and for unknown ones. */
  readonly same: boolean | null;
}

type Place = Omit<ResourcePlace, 'same'>;

/** What an attempt says about the API, beside what the API says about itself. */
interface ResourceComparison {
  /** The API's own word, or the closest to it; null when there is none. */
  readonly reference: string | null;
  readonly places: readonly ResourcePlace[];
}

const NOTHING: ResourceComparison = { reference: null, places: [] };

/**
 * Where an attempt names the API (RFC 9728, RFC 8707), in the order of the protocol. Empty when it
 * neither began at an API that names its metadata, nor has a parameter `resource`.
 */
export const resourcePlaces = memoised((flow: Flow): ResourceComparison => {
  const metadata = resourceMetadataOf(flow)?.resource ?? null;
  const asked = [askedIn(flow), askedAgain(flow)].flatMap((place) => place ?? []);
  if (metadata === null && !asked.some(isNamed) && !beginsAtApi(flow)) return NOTHING;
  const called = calledIn(flow);
  const places: readonly Place[] = [
    ...(called === null ? [] : [{ name: 'called' as const, values: [called] }]),
    ...(metadata === null ? [] : [{ name: 'metadata' as const, values: [metadata] }]),
    ...asked,
    ...issued(flow),
  ];
  const own = places.find(({ name }) => name === 'metadata') ?? places.find(isNamed);
  const [reference = null] = own?.values ?? [];
  return {
    reference,
    places: places.map((place) => ({ ...place, same: sameAs(reference, place, own) })),
  };
});

function isNamed({ values }: Place): boolean {
  return values !== null && values.length > 0;
}

/** The metadata that the API has about itself; null when none was found. */
export function resourceMetadataOf({
  messages,
}: Flow): MessageOf<'protected-resource-metadata-request'> | null {
  const found = messages.findLast(
    (one) => one.kind === 'protected-resource-metadata-request' && one.resource !== null,
  );
  return found?.kind === 'protected-resource-metadata-request' ? found : null;
}

/** Whether two URLs of an API are one, apart from a slash at the end. */
export function isSameResource(one: string, other: string): boolean {
  const normal = (url: string): string => (parseUrl(url)?.href ?? url).replace(/\/$/, '');
  return normal(one) === normal(other);
}

function sameAs(
  reference: string | null,
  { name, values }: Place,
  own: Place | undefined,
): boolean | null {
  if (reference === null || values === null || name === own?.name) return null;
  const isUrlOfCall = name === 'called' || own?.name === 'called';
  return isUrlOfCall
    ? values.some((one) => isSameResource(one, reference))
    : values.includes(reference);
}

function beginsAtApi(flow: Flow): boolean {
  return flow.messages.some(
    (message) =>
      message.kind === 'api-call' &&
      message.token === null &&
      (isForMcp(flow) || bearerChallenge(message.exchange)?.resourceMetadata != null),
  );
}

/** The URL that was refused, else the one that the token was sent to. */
function calledIn({ messages }: Flow): string | null {
  const isCall = (message: Message): boolean => message.kind === 'api-call';
  const call =
    messages.find((one) => isCall(one) && refusedWith(one.exchange) === 401) ??
    messages.find(isCall);
  return call ? withoutQuery(call.exchange.request.url) : null;
}

function askedIn({ request }: Flow): Place | null {
  if (request === null) return null;
  const isHidden = presence(request, 'resource') === 'hidden';
  const sent = (request.inner ?? request.params).all('resource');
  return { name: 'authorization-request', values: isHidden ? null : sent.filter(Boolean) };
}

function askedAgain({ tokenRequests }: Flow): Place | null {
  const [first] = tokenRequests;
  if (!first) return null;
  const isUnknown = first.bodyFormat === 'unknown';
  return {
    name: 'token-request',
    values: isUnknown ? null : first.params.all('resource').filter(Boolean),
  };
}

function issued({ tokenRequests }: Flow): readonly Place[] {
  const token = tokenRequests.findLast(({ response }) => response.accessToken !== null);
  if (!token) return [];
  const claims = jwtOf(token.response.accessToken ?? undefined)?.claims;
  return [{ name: 'access-token', values: claims ? audiences(claims) : null }];
}
