import type { LostCookie } from '../../flow/facts/cookie-fate.ts';
import { lostCookie } from '../../flow/facts/lost-cookie.ts';
import { wordsOf } from '../../flow/facts/page-text.ts';
import { errorOf } from '../../flow/facts/reported-error.ts';
import type { Flow } from '../../flow/flow.ts';
import { httpStatus, isError } from '../../http/status.ts';
import { parseUrl, queryOf } from '../../http/url.ts';
import { formParams } from '../../oauth/values/params.ts';
import { isReplacedValue } from '../../oauth/values/placeholder.ts';
import type { Basis } from '../../words/certainty.ts';
import { capitalised, quote } from '../../words/quote.ts';
import { type Check, cannotTell, cookie, defineCheck, type Observation } from '../check.ts';
import type { Effect, SpecLink } from '../finding.ts';

const MAX_WORDS = 90;
const MAX_NAME = 48;

/** RFC 6265bis, which no RFC number names yet. */
export function cookieSpec(section: string): SpecLink {
  return {
    label: `RFC 6265bis section ${section}`,
    url: `https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis#section-${section}`,
  };
}

/** What differs between the ways in which a cookie is lost. */
interface LostCookieText {
  readonly losses: readonly LostCookie['loss'][];
  readonly title: string;
  readonly basis?: Basis;
  readonly why: string;
  /** The fix when no more is known about a case. */
  readonly fix: string;
  readonly specs: readonly SpecLink[];
  /** Other names of the same problem. */
  readonly aliases?: readonly string[];
  /** Whether the lack of cookies in the recording is reported here. */
  readonly saysUnseen?: true;
  tell(lost: LostCookie): Pick<
    Observation,
    'fix' | 'title' | 'certainty' | 'expected' | 'references'
  > & {
    /** Why the cookie did not come back. */
    readonly observed: string;
  };
}

/** What follows when the application lacks a cookie. */
const OF_CLIENT = ['redirect-landing-failed', 'callback-loaded-twice'];
/** What follows when the authorization server lacks a cookie of its own. */
const OF_SERVER = [
  'error-page-session-cookie',
  'error-page-shown',
  'authz-error-unknown-code',
  'authz-error-access-denied',
  'authz-error-invalid-request',
  'authz-error-server-error',
  'authz-error-temporarily-unavailable',
  'redirect-landing-failed',
];

const EFFECTS: Readonly<Record<LostCookie['role'], Effect>> = {
  login: 'client-rejects',
  session: 'client-rejects',
  server: 'request-fails',
};

/** Makes a check that reports a cookie whose loss ended the attempt, for some of the reasons. */
export function lostCookieCheck(text: LostCookieText): Check<'flow'> {
  const { losses, tell, saysUnseen, basis = 'computed', ...metadata } = text;
  return defineCheck({
    ...metadata,
    severity: 'error',
    owner: 'client',
    basis,
    effect: 'client-rejects',
    explains: OF_CLIENT,
    subject: 'flow',
    *check(flow) {
      const fate = lostCookie(flow);
      if (!fate) return;
      if ('unseen' in fate) {
        if (saysUnseen) yield cannotTell(unseen(fate.unseen.name));
        return;
      }
      const { lost } = fate;
      if (!losses.includes(lost.loss)) return;
      if (lost.loss === 'unknown' && isReplacedValue(lost.cookie.value)) {
        yield cannotTell(replaced(lost.cookie.name));
        return;
      }
      const { observed, ...told } = tell(lost);
      yield {
        at: cookie(lost.cookie.name),
        message: lost.message,
        effect: EFFECTS[lost.role],
        title: metadata.title.replace('A cookie of the login', capitalised(whose(lost))),
        ...(lost.role === 'server' ? { owner: 'authorization server', explains: OF_SERVER } : {}),
        ...told,
        observed: `${observed} ${consequence(lost, flow)}`,
      };
    },
  });
}

function unseen(name: string): string {
  return `The login set the cookie ${quote(name, MAX_NAME)}. The recording does not show which cookies the callback came with.`;
}

function replaced(name: string): string {
  return `The value of the cookie ${quote(name, MAX_NAME)} was replaced before the recording was shared. So its size, for one thing, is unknown.`;
}

/** The name of the cookie in a sentence. */
export function nameOf({ cookie: { name } }: LostCookie): string {
  return name === '' ? 'a cookie without a name' : quote(name, MAX_NAME);
}

/** The request that lacks the cookie, in a sentence. */
export function placeOf({ role, request }: LostCookie): string {
  if (role === 'login') return 'the callback';
  return role === 'session' ? 'the page after the callback' : pathOf(request.request.url);
}

/** Whose cookie it is, in a sentence. */
function whose({ role }: LostCookie): string {
  if (role === 'login') return 'a cookie of the login';
  return role === 'session' ? 'the session cookie' : 'a cookie of the authorization server';
}

/** Host and port of the response that set the cookie, and of the request that lacks it. */
export function hostsOf({ setBy, request }: LostCookie): {
  readonly from: string;
  readonly to: string;
} {
  const host = (url: string): string => parseUrl(url)?.host ?? url;
  return { from: host(setBy.url), to: host(request.request.url) };
}

/** The path of a URL. */
export function pathOf(url: string): string {
  return parseUrl(url)?.pathname ?? url;
}

/** What the user saw. */
function consequence({ failed, request }: LostCookie, flow: Flow): string {
  if (!failed) {
    const error = flow.responses.map(errorOf).find((one) => one !== null);
    return error
      ? `The server answered ${quote(error)}.`
      : answered('The server', request.response);
  }
  if (failed.how === 'login-again') return 'The application began the login again.';
  const { exchange } = failed.shown;
  const words = wordsOf(exchange)?.replace(/\.$/, '');
  if (isError(exchange.response) && failed.shown === failed.response) {
    const said = words ? `: ${quote(words, MAX_WORDS)}` : '';
    return `${answered('The callback', exchange.response).slice(0, -1)}${said}.`;
  }
  const error = formParams(queryOf(exchange.request.url)).get('error');
  return `The callback went on to ${pathOf(exchange.request.url)}${error ? ` with error=${quote(error)}` : ''}.`;
}

function answered(who: string, response: LostCookie['request']['response']): string {
  return response ? `${who} answered ${httpStatus(response)}.` : `${who} did not answer.`;
}
