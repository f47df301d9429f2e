import { answerText } from '../../flow/facts/answer-text.ts';
import { serverProvider } from '../../flow/facts/server-provider.ts';
import type { Flow } from '../../flow/flow.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Message } from '../../oauth/message.ts';
import { settingName } from '../../providers/registry/console.ts';
import { correlationIds } from '../../providers/registry/correlation-ids.ts';
import type { ErrorMeaning } from '../../providers/registry/error-signature.ts';
import { findSignature, type SignatureMatch } from '../../providers/registry/errors.ts';
import { isIdentifiable } from '../../providers/registry/identify.ts';
import type { ConsoleSetting } from '../../providers/registry/provider.ts';
import { quote } from '../../words/quote.ts';
import { tellingWords } from '../../words/telling-words.ts';
import type { Observation } from '../check.ts';
import type { Evidence } from './evidence.ts';

/** What the provider of a server adds to the report of a refusal. */
export interface ProviderWords {
  /** A sentence on what the words mean there; empty when they say it themselves. */
  readonly told: string;
  readonly more: Pick<Observation, 'title' | 'fix' | 'owner' | 'severity'>;
}

/** What an error is about says more than a code that stands for many errors. */
const TITLES: Readonly<Partial<Record<ErrorMeaning, string>>> = {
  'redirect-mismatch': 'The redirect URI is not registered for this client',
  'client-unknown': 'The server does not know this client_id',
  'client-authentication': 'Client authentication failed',
  scope: 'The server refuses the scope',
  consent: 'Consent is missing',
  pkce: 'PKCE does not satisfy the server',
  origin: 'The origin of the page is not allowed for this client',
  'rate-limit': 'The server refuses more requests for now',
  upstream: 'The identity provider behind the server failed',
};

/** Errors whose reason is in the log of the server and not in its words. */
const LOGGED: ReadonlySet<ErrorMeaning> = new Set<ErrorMeaning>([
  'other',
  'server-error',
  'policy',
  'upstream',
]);

/** A page of an application, and its text. */
interface QuotingPage {
  readonly exchange: Exchange;
  readonly text: string;
}

/**
 * What the words of a refusal mean at the provider that wrote them, who has to act and where; null
 * when no provider is known for them.
 */
export function providerWords(
  message: Message,
  flow: Flow,
  page?: QuotingPage,
): ProviderWords | null {
  const exchange = message.kind === 'authorization-response' ? message.issuedBy : message.exchange;
  const said = page?.text ?? answerText(message);
  const match = findSignature(page?.exchange ?? exchange, said, {
    at: page ? ['application'] : placesOf(message),
    quotes: serverProvider(flow),
  });
  if (!match) return null;
  const words = isIdentifiable(match.provider) ? wordsOf(match, message, said) : null;
  const need = match.signature.about === 'no-refresh-token' ? refreshTokenNeed(flow) : null;
  return need === null ? words : { told: words?.told ?? '', more: { ...words?.more, fix: need } };
}

const MAX_WORDS = 300;
/** Leaves room for what the words mean. */
const MAX_KNOWN_WORDS = 180;

/** An error_description as it stands behind its code; shorter when another sentence explains it. */
export function quoted(description: string | null | undefined, means: string): string {
  if (!description) return '';
  const words = tellingWords(description, means === '' ? MAX_WORDS : MAX_KNOWN_WORDS);
  return `: ${quote(words, MAX_WORDS)}`;
}

/** What is said about a refusal beside the answer of the server. */
interface Told {
  /** What to do when nothing more exact is known. */
  readonly fix?: string;
  /** The setting at the server that the error is about. */
  readonly setting?: ConsoleSetting['setting'] | undefined;
  /** What the recording shows. Its fix stands before that of the provider. */
  readonly evidence?: Evidence | null;
  /** The page of an application that quotes the server. */
  readonly page?: QuotingPage | undefined;
}

/**
 * The report of a refusal, with what the server's words mean at its provider, what the recording
 * shows, and where to change it.
 */
export function explained(
  report: Observation,
  message: Message,
  flow: Flow,
  { fix: general, setting, evidence = null, page }: Told = {},
): Observation {
  const known = providerWords(message, flow, page);
  const { observed, fix: ownFix = general, ...rest } = report;
  const { told, fix: seenFix, ...seen } = evidence ?? {};
  const knownFix = known?.more.fix;
  const hint = !known && setting ? settingHint(flow, setting) : '';
  const fix = seenFix
    ? [seenFix, ...(known?.told ? [knownFix] : [])].join(' ')
    : (knownFix ?? ownFix);
  return {
    observed: [observed, known?.told, told ?? sentUri(message, flow, known)]
      .filter(Boolean)
      .join(' '),
    ...rest,
    ...known?.more,
    ...seen,
    ...(fix === undefined ? {} : { fix: `${fix}${hint}` }),
  };
}

/** The redirect URI of the request, when the words of a response are about it. */
function sentUri({ kind }: Message, { request }: Flow, known: ProviderWords | null): string {
  const uri = request?.effective('redirect_uri');
  const isAbout =
    kind === 'authorization-response' && known?.more.title === TITLES['redirect-mismatch'];
  return isAbout && uri ? `The request has redirect_uri ${quote(uri)}.` : '';
}

/** What a client has to do for a refresh token of this server, as a sentence; null when unknown. */
export function refreshTokenNeed(flow: Flow): string | null {
  const need = settingName(serverProvider(flow), 'refresh-token');
  return need === null ? null : `${need}.`;
}

/** The setting in the console of a flow's server, as a sentence after a fix; empty without one. */
export function settingHint(flow: Flow, setting: ConsoleSetting['setting']): string {
  const provider = serverProvider(flow);
  const name = settingName(provider, setting);
  return provider && name ? ` In ${provider.name}: ${name}.` : '';
}

/** Where a text stands, for signatures that mean different things at different places. */
function placesOf(message: Message): readonly string[] {
  return message.kind === 'token-request' && message.grant !== null
    ? [message.kind, message.grant]
    : [message.kind];
}

/** What a match says about a refusal. `said` may have the id to look for. */
export function wordsOf(match: SignatureMatch, { exchange }: Message, said: string): ProviderWords {
  const { signature, provider, means, fix } = match;
  const { about, owner } = signature;
  const title = about === 'step' ? `Not a refusal: ${means}` : (signature.title ?? TITLES[about]);
  const isMute = about === 'step' || about === 'other';
  return {
    told: isMute ? '' : `At ${provider.name} that means: ${means}.`,
    more: {
      fix: LOGGED.has(about) ? `${fix}${logHint(match, exchange, said)}` : fix,
      ...(title ? { title } : {}),
      ...(about === 'step' ? { severity: 'info' } : {}),
      ...(owner ? { owner } : {}),
    },
  };
}

/** Where the log is, and the id to look for. A rule of its own says what to do without a log. */
function logHint(
  { signature, provider: { logs } }: SignatureMatch,
  { response }: Exchange,
  said: string,
): string {
  const [id] = correlationIds(response?.headers ?? [], said);
  if (!logs?.place || (!id && signature.about === 'policy')) return '';
  return ` Look it up in ${logs.place}${id ? ` (${id.name} ${quote(id.value)})` : ''}.`;
}
