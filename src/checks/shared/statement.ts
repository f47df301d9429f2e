import type { Flow } from '../../flow/flow.ts';
import { libraryError, type NetworkError } from '../../http/network-error.ts';
import { hostOf, parseUrl } from '../../http/url.ts';
import type { Observation } from '../check.ts';
import type { Said, Statement } from './define-statement.ts';

/** The files of `statements/`, one for each kind. */
const FILES = Object.entries(
  import.meta.glob<Statement>('./statements/*.ts', { eager: true, import: 'default' }),
).map(([path, statement]) => ({ id: path.replace(/^.*\/|\.ts$/g, ''), statement }));

const STATEMENTS = [
  ...FILES.filter(({ statement }) => !statement.general),
  ...FILES.filter(({ statement }) => statement.general),
];

const MAX_WORDS = 4_000;
const SEE =
  'To see the exchange itself, record the back channel with mitmproxy (docs/back-channel.md).';

/** What the words of an application mean, and the finding that follows. */
export interface FoundStatement {
  /** The name of its file. */
  readonly id: string;
  /** The line that has the words. */
  readonly line: string;
  readonly says: string;
  /** No server answered, so the words are those of no server. */
  readonly ofNetwork: boolean;
  /** An API can say it of its own requests. */
  readonly ofApi: boolean;
  readonly report: Required<Pick<Observation, 'title' | 'fix' | 'certainty'>> &
    Pick<Observation, 'owner'>;
}

/**
 * Reads what an application says about a login that failed in it; null when its words are none of
 * the known ones. The words of a page that works must not be given: they can be about anything.
 */
export function findStatement(
  text: string,
  flow: Flow,
  speaker: Said['speaker'] = 'the server of the application',
): FoundStatement | null {
  const words = text.slice(0, MAX_WORDS);
  const error = libraryError(words);
  const failed = error ? lineWith(error, words) : '';
  const own = flow.authorizationServer;
  const isOwn = error?.reason === 'proxy' || !isOtherService(failed, own);
  const network = isOwn ? error : null;
  for (const { id, statement } of STATEMENTS) {
    const form = statement.forms?.find((one) => one.test(words));
    if (!form && !(network && statement.network?.(network))) continue;
    const server = own === null ? 'the authorization server' : hostOf(own);
    const { says, fix, title, owner } = statement.means({ words, flow, server, speaker });
    const seen = flow.tokenRequests.some(({ grant }) => grant !== 'refresh_token');
    return {
      id,
      line: form ? lineOf(words, (line) => form.test(line)) : failed,
      says,
      ofNetwork: statement.network !== undefined,
      ofApi: statement.network !== undefined || statement.ofApi === true,
      report: {
        title,
        fix: statement.unseen && !seen ? `${fix} ${SEE}` : fix,
        certainty: 'likely',
        ...(owner ? { owner } : {}),
      },
    };
  }
  return null;
}

/** The line with this failure, or one that names a failure of the network at all. */
function lineWith(error: NetworkError, words: string): string {
  const lines = words.split('\n');
  const exact = lines.find((line) => libraryError(line) === error);
  return exact?.trim() ?? lineOf(words, (line) => libraryError(line) !== null);
}

function lineOf(words: string, has: (line: string) => boolean): string {
  return (words.split('\n').find(has) ?? words.split('\n', 1)[0] ?? '').trim();
}

/** Ports of web servers. At any other port the application may call its database. */
const WEB_PORTS = new Set(['80', '443', '8080', '8443']);
const OTHER_SERVICE =
  /\b(?:postgres\w*|mysql|mariadb|redis|mongo\w*|mssql|sql server|database|db|smtp|ldap|kafka|rabbitmq|amqp|memcached|elastic\w*)\b/i;

/** A host with a port; a line of source code and a name server (port 53) are none. */
const ADDRESS =
  /(?:(?<!\.(?:[cm]?[jt]sx?|c|go|py|rb|php|cs|java))(?<=[\w\]]):|\bport[ =]+)(?!53\b)(\d{2,5})\b/i;

/** Whether a failed connection was to something else than the authorization server. */
function isOtherService(words: string, server: string | null): boolean {
  const called = ADDRESS.exec(words)?.[1];
  const own = parseUrl(server ?? '')?.port ?? '';
  if (called !== undefined && (called === own || WEB_PORTS.has(called))) return false;
  return called !== undefined || OTHER_SERVICE.test(words);
}

/** Words that are about tokens, and not about what else an API calls. */
const OF_TOKENS =
  /\b(?:jwks?|jwk[ _]?set|openid|oauth2?|oidc|introspect\w*|issuer|token|signing keys?|auth(?:entication|orization)?)\b/i;

/**
 * What an API says about its own request to the authorization server, without which it can verify no
 * token; null when its words are about something else.
 */
export function statementOfApi(text: string, flow: Flow): FoundStatement | null {
  const own = flow.authorizationServer;
  const isAbout = OF_TOKENS.test(text) || (own !== null && text.includes(hostOf(own)));
  const found = isAbout ? findStatement(text, flow, 'the API') : null;
  return found?.ofApi ? found : null;
}
