import { originOfUrl, parseUrl } from '../http/url.ts';
import { FAKE, FAKE_CHALLENGE } from './page-plan.ts';

/** How the browser uses what it loads, as far as rules tell it apart. */
export type RequestType = 'main_frame' | 'sub_frame' | 'xmlhttprequest';

/** The requests of the inspected tab that rules bend. */
export interface BentRequests {
  /** Absolute, without query and fragment. */
  readonly url: string;
  readonly types: readonly RequestType[];
  /** Whether they are the preflights of CORS, or everything but these. */
  readonly preflights: boolean;
}

/** What rules do with the requests. None of it makes an answer. */
export type RuleDeed =
  /** A parameter of the query has this value; one that is absent is only added when `adds` is true. */
  | {
      readonly kind: 'set-query';
      readonly name: string;
      readonly value: string;
      readonly adds: boolean;
    }
  /** The request goes out with this `Authorization`. */
  | { readonly kind: 'set-authorization'; readonly value: string }
  /** The request goes out without this header field. */
  | { readonly kind: 'drop-request-header'; readonly name: 'cookie' }
  /** The page gets the answer without this header field. */
  | { readonly kind: 'drop-response-header'; readonly name: DroppedHeader }
  /** The request is not sent. */
  | { readonly kind: 'block' }
  /** The page is not loaded, as without a network. */
  | { readonly kind: 'offline' };

type DroppedHeader = 'access-control-allow-origin' | 'set-cookie';

/**
 * A fault as rules of the browser bring it about, in every document and worker of the inspected tab. They
 * need access to the sites.
 */
export interface RulePlan {
  /** Id of the fault, and what it is called. */
  readonly fault: string;
  readonly title: string;
  /** Origins of the application, the authorization server and the API. Rules act in no others. */
  readonly sites: readonly string[];
  readonly requests: BentRequests;
  readonly deeds: readonly RuleDeed[];
}

/** What a filter of a rule would read as a pattern. */
const PATTERN = /[*^|]/;

/** Why a plan is not carried out; null when it may be. It names sites, and the URL of the requests. */
export function rulePlanRefusal({ sites, requests, deeds }: RulePlan): string | null {
  if (sites.length === 0 || !sites.every(isOrigin)) return 'It names no site.';
  const { url, types } = requests;
  const origin = originOfUrl(url);
  if (origin === null || !sites.includes(origin) || /[?#]/.test(url))
    return 'It names no URL of a request to these sites.';
  if (PATTERN.test(url)) return 'The URL has a character that rules of the browser cannot name.';
  if (types.length === 0 || deeds.length === 0) return 'It bends no request.';
  if (!deeds.every((deed) => isOwn(deed, sites))) return 'It sends a value that is not its own.';
  return null;
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** Values that are sent are fixed words, or a URL of the application with a slash behind it. */
function isOwn(deed: RuleDeed, sites: readonly string[]): boolean {
  if (deed.kind === 'set-authorization') return /^[A-Za-z]{1,20} rehearsed$/.test(deed.value);
  if (deed.kind !== 'set-query') return true;
  const { name, value } = deed;
  if (name === 'redirect_uri')
    return value.endsWith('/') && sites.includes(originOfUrl(value) ?? '');
  const fixed: Readonly<Record<string, string>> = { prompt: 'none', scope: 'openid' };
  return value === FAKE || value === FAKE_CHALLENGE || value === fixed[name];
}
