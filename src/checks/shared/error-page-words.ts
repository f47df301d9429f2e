import { type ErrorPage, readErrorPage } from '../../flow/facts/error-page.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus } from '../../http/status.ts';
import { withoutQuery } from '../../http/url.ts';
import type { AuthorizationRequest } from '../../oauth/kinds/authorization-request.ts';
import type { Interaction } from '../../oauth/kinds/interaction.ts';
import type { Message } from '../../oauth/message.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import type { ErrorMeaning } from '../../providers/registry/error-signature.ts';
import { isIdentifiable } from '../../providers/registry/identify.ts';
import { quote } from '../../words/quote.ts';
import { tellingWords } from '../../words/telling-words.ts';
import { BODY, cannotTell, type Observation, type Report } from '../check.ts';
import { type ProviderWords, wordsOf } from './provider-words.ts';

const MAX_WORDS = 300;
/** A page with less than a sentence has only a title. */
const MIN_WORDS = 25;

/** Who says what. Pages that a script fills have no text in the recording. */
function saidBy({ url, words, inUrl, byFetch, match }: ErrorPage): string {
  const tells = words !== null && (match !== null || words.length > MIN_WORDS);
  if (inUrl && !tells) {
    return `The server went to its own page ${withoutQuery(url)} with ${quote(inUrl, MAX_WORDS)}`;
  }
  if (!words) return `${withoutQuery(url)} answered, and its text was not recorded`;
  const answer = jsonAnswer(words);
  if (answer !== null) return answer;
  return `${byFetch ? 'The server answered its own sign-in page with' : 'The page says'} ${quote(tellingWords(words, MAX_WORDS), MAX_WORDS)}`;
}

/** What a server says that answers an error in JSON where a page is expected; null for a page. */
function jsonAnswer(words: string): string | null {
  const json = words.startsWith('{') ? parseJsonObject(words) : null;
  const error = stringMember(json, 'error');
  if (error === null) return null;
  const more = stringMember(json, 'error_description');
  const told = more === null ? '' : `: ${quote(tellingWords(more, MAX_WORDS), MAX_WORDS)}`;
  return `The server answered ${quote(error)}${told}`;
}

/** The message of the page, and where to find the request in the server's log. */
export function pageSentence(page: ErrorPage): string {
  const { status, words, ids } = page;
  const said = saidBy(page);
  const id = ids.find(({ value }) => !words?.includes(value));
  return `${said} (${httpStatus({ status })}).${id ? ` Its ${id.name} is ${quote(id.value)}.` : ''}`;
}

/** What the page means at its provider; null when the provider is unknown. */
export function knownWords({ match, words }: ErrorPage, message: Message): ProviderWords | null {
  return match && isIdentifiable(match.provider) ? wordsOf(match, message, words ?? '') : null;
}

/**
 * Reports an error page that is about one of these. The signature gives the meaning at this provider
 * and the fix.
 */
export function* reportPage(
  message: AuthorizationRequest | Interaction,
  flow: Flow,
  about: readonly ErrorMeaning[],
  details: (page: ErrorPage) => Partial<Observation>,
): Iterable<Report> {
  const page = readErrorPage(message, flow);
  if (!page) return;
  if (page.words === null && page.match === null && (page.status ?? 0) < 500) {
    yield cannotTell('The text of the error page was not recorded.');
    return;
  }
  if (!page.match || !about.includes(page.match.signature.about)) return;
  const known = knownWords(page, message);
  yield {
    at: BODY,
    observed: [pageSentence(page), known?.told].filter(Boolean).join(' '),
    ...known?.more,
    ...details(page),
  };
}
