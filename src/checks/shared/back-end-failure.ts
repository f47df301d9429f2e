import type { FailureReason } from '../../http/exchange.ts';
import { libraryError } from '../../http/network-error.ts';
import { hostOf, parseUrl } from '../../http/url.ts';
import type { Observation } from '../check.ts';

/** What an application says on its page when its own server could not call the authorization server. */
export interface BackEndFailure extends Pick<Observation, 'title' | 'fix'> {
  /** A sentence. */
  readonly says: string;
}

type Words = (server: string) => BackEndFailure;

const TRUST = 'Make the server of the application trust the certificate authority (CA) of';

const unreachable: Words = (server) => ({
  title: 'The server of the application cannot reach the authorization server',
  says: `So the server of the application got no connection to ${server}.`,
  fix: `Let the server of the application reach ${server}: open the outbound port in its firewall or network policy, or give it the proxy that it has to use.`,
});

const BY_REASON: Partial<Record<FailureReason, Words>> = {
  'timed-out': unreachable,
  unreachable,
  'connection-reset': unreachable,
  'connection-refused': (server) => ({
    title: 'The server of the application cannot reach the authorization server',
    says: `So nothing listens where the server of the application calls ${server}.`,
    fix: `Correct the address that the server of the application has for ${server}: in a container, localhost is the container itself. Then check from there that the port can be reached.`,
  }),
  dns: (server) => ({
    title: 'The server of the application cannot find the authorization server',
    says: `So the server of the application knows no address for the host that it calls for ${server}.`,
    fix: `Correct the host name in the settings of the application, and make sure that the machine or container that it runs on can resolve it (DNS).`,
  }),
  proxy: (server) => ({
    title: 'The server of the application cannot reach the authorization server',
    says: `So the proxy of the application's server does not let it connect to ${server}.`,
    fix: `Let that proxy allow ${server}, or add the host to NO_PROXY of the application.`,
  }),
  tls: (server) => ({
    title: 'The server of the application does not trust the authorization server',
    says: `So the server of the application did not accept the certificate of ${server}.`,
    fix: `${TRUST} ${server}: NODE_EXTRA_CA_CERTS in Node.js, the trust store in Java, SSL_CERT_FILE or REQUESTS_CA_BUNDLE in Python; or install the whole certificate chain at ${server}.`,
  }),
};

/** Ports of web servers. At any other port the application may call its database. */
const WEB_PORTS = new Set(['80', '443', '8080', '8443']);

/**
 * Reads the words of a page as a failed call to this authorization server (an origin); null when
 * they say no such thing.
 */
export function backEndFailure(words: string, server: string | null): BackEndFailure | null {
  const reason = libraryError(words)?.reason;
  const tell = reason === undefined ? undefined : BY_REASON[reason];
  const called = /(?:[\w.-]+|\]):(\d{2,5})\b/.exec(words)?.[1];
  const own = parseUrl(server ?? '')?.port ?? '';
  if (!tell || (called !== undefined && called !== own && !WEB_PORTS.has(called))) return null;
  return tell(server === null ? 'the authorization server' : hostOf(server));
}
