import { changedRequest } from '../flow/facts/changed-request.ts';
import { clientLibrary, libraryText } from '../flow/facts/client-library.ts';
import { serverLog } from '../flow/facts/server-log.ts';
import { hostOf } from '../http/url.ts';
import { clientAuthentication } from '../oauth/values/client-authentication.ts';
import { quote } from '../words/quote.ts';
import { moment, span } from '../words/times.ts';
import type { Unresolved } from './unresolved.ts';

/** What else to look at, beside the fix of the cause. */
interface HintRow {
  /** Words of the verdict or its fix that make the hint a repetition. */
  readonly repeats?: RegExp;
  /** The hint for this failure; null when its facts do not ask for it. */
  text(failure: Unresolved): string | null;
}

const when = (holds: boolean, text: () => string): string | null => (holds ? text() : null);
const serverOf = ({ flow: { authorizationServer } }: Unresolved): string =>
  authorizationServer === null ? 'the authorization server' : hostOf(authorizationServer);

/** Codes that are about what is registered for the client. */
const OF_REGISTRATION = /^(?:invalid_(?:client|scope|request|target)|unauthorized_client)/;
const OF_CONSENT = /^(?:access_denied|consent_required|interaction_required)$/;
/** Codes of refusals that a wrong clock can be behind. */
const OF_TIME = /^(?:invalid_(?:grant|client|token|request_object|dpop_proof)|expired_token)$/;

/** The login that a hint compares this one with. */
export const SAME_REQUEST = 'A login with the same request';

/** The most telling first. */
export const HINT_ROWS: readonly HintRow[] = [
  {
    repeats: /back-channel\.md/,
    text: ({ unseen }) =>
      when(
        unseen,
        () =>
          'Record the back channel of the application with mitmproxy (docs/back-channel.md): its token request and the answer are not in this recording.',
      ),
  },
  {
    text: ({ inApplication, message }) =>
      when(
        inApplication && message !== null,
        () =>
          `Look in the log of the application at ${moment(message?.exchange.startedAt ?? 0)}, with the log level of its OAuth library at debug.`,
      ),
  },
  {
    repeats: /Look it up in/,
    text: (failure) =>
      when(isByServer(failure) && (failure.bare || failure.broken || !failure.cause), () =>
        logHint(failure),
      ),
  },
  {
    text: ({ bare, message }) =>
      when(bare && message !== null, () => {
        const details = message ? serverLog(message.exchange).details : null;
        return `While you develop, switch on ${details ?? 'detailed errors at the server, if it has that setting'}: the answer then says why.`;
      }),
  },
  {
    text: ({ cause, flow }) =>
      when(cause?.owner === 'administrator' && flow.client !== null, () => {
        const uri = flow.request?.effective('redirect_uri');
        return `Send the administrator the client_id ${quote(flow.client ?? '')}${uri ? `, redirect_uri ${quote(uri)}` : ''} and the message of the server: "Copy report" has them without any secret.`;
      }),
  },
  {
    text: ({ flow, broken, inApplication }) => {
      const success = inApplication ? null : flow.recording.otherSuccess(flow, 'login');
      const changed = success ? changedRequest(flow) : null;
      if (!success || !changed || changed.changes.length > 0) return null;
      const apart = success.startedAt - flow.startedAt;
      return `${SAME_REQUEST} worked ${span(apart)} ${apart < 0 ? 'earlier' : 'later'}, so this comes and goes: compare the two for ${broken ? 'load, ' : ''}the instance that answered, sessions, expiry and clocks.`;
    },
  },
  {
    repeats: /\bcurl\b/,
    text: (failure) =>
      when(
        failure.unseen && failure.broken,
        () =>
          `Run curl -v against ${serverOf(failure)} on the machine of the application: it shows what DNS, firewall, proxy or certificate do there.`,
      ),
  },
  {
    text: (failure) =>
      when(
        failure.broken && isByServer(failure),
        () =>
          'A server that fails may miss something of its own: its database, its directory (LDAP), or the identity provider behind it.',
      ),
  },
  {
    text: ({ code, flow }) =>
      when(code === 'invalid_client' && flow.tokenRequests.some(hasSecret), () => {
        return 'Keep the secret in the environment or a secret store, one for each environment, and change it in all of them when it is rotated.';
      }),
  },
  {
    text: ({ flow }) => {
      const library = clientLibrary(flow);
      if (!library?.home) return null;
      const lacks = library.lacks ? `, which ${library.lacks}` : '';
      return `The client library is ${libraryText(library)}${lacks}: look for newer versions, and for the message among its issues (${library.home}).`;
    },
  },
  {
    repeats: /compare .{0,60}registration/i,
    text: ({ code, flow, bare }) =>
      when(bare && OF_REGISTRATION.test(code ?? ''), () => {
        const client = flow.client ? ` of ${quote(flow.client)}` : '';
        return `Compare with the registration${client} at the server: redirect URIs, grants, scopes and the way the client authenticates cannot be seen from here.`;
      }),
  },
  {
    text: ({ cause }) =>
      when(
        /redirect.uri/i.test(`${cause?.at?.name} ${cause?.title}`),
        () =>
          'Keep redirect URI and client_id of each environment in its configuration, under version control, so that a deployment cannot mix them.',
      ),
  },
  {
    text: ({ code, flow }) =>
      when(
        OF_CONSENT.test(code ?? '') ||
          (code === 'invalid_grant' && flow.tokenRequests.at(-1)?.grant === 'refresh_token'),
        () =>
          'Look at the consent of this user at the server: it has to cover every scope, and taking it back also ends UserInfo and refresh.',
      ),
  },
  {
    text: ({ code, bare, flow }) =>
      when(
        bare && OF_TIME.test(code ?? '') && flow.facts.clock === null,
        () =>
          'Check that all servers keep their time by NTP: no clock of a server could be compared here.',
      ),
  },
  {
    text: ({ flow, code }) =>
      when(
        code === 'invalid_grant' && flow.tokenRequests.at(-1)?.grant === 'refresh_token',
        () =>
          'Rehearse the end of a session in a test environment: short lifetimes, a revoked token, a server set up wrongly on purpose.',
      ),
  },
  {
    repeats: /library/i,
    text: ({ inApplication }) =>
      when(
        inApplication,
        () =>
          'Update the OAuth library of the application, and search its issues for the message; a minimal client tells whether it or the server is at fault.',
      ),
  },
  {
    text: ({ flow, cause }) =>
      when(
        cause === null || cause.certainty === 'likely',
        () =>
          `Did it work before? Then list what changed since: ${flow.client ? 'the registration, ' : ''}a deployment, a secret, a certificate, a version.`,
      ),
  },
];

/** Whether the answer is one of the authorization server and not of the application. */
function isByServer({ message, inApplication }: Unresolved): boolean {
  return message !== null && !inApplication && message.exchange.response !== null;
}

function logHint({ message, ...failure }: Unresolved): string {
  if (message === null) return '';
  const { place, id } = serverLog(message.exchange);
  const found = id ? `${id.name} ${quote(id.value)}, ` : '';
  const where = place ?? `the log of ${serverOf({ message, ...failure })}`;
  const level = place === null ? '; if it has no reason, raise its level (DEBUG) and repeat' : '';
  return `Look in ${where} for ${found}${moment(message.exchange.startedAt)}${level}.`;
}

function hasSecret(request: Parameters<typeof clientAuthentication>[0]): boolean {
  return clientAuthentication(request).kind === 'method';
}
