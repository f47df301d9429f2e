import { describe, expect, it } from 'vitest';
import { failureReason, libraryError, networkError } from '../../src/http/network-error.ts';
import { CHROMIUM_ERROR_NAMES } from './chromium-error-names.ts';

/** What each recorder writes, and the word of the row that it has to find. */
const SAID: readonly (readonly [text: string, word: string])[] = [
  // Firefox, by webRequest and in sentences of its certificate library.
  ['NS_ERROR_UNKNOWN_HOST', 'host name not found'],
  ['NS_ERROR_UNKNOWN_PROXY_HOST', 'proxy not reachable'],
  ['NS_ERROR_NET_TIMEOUT_EXTERNAL', 'timed out'],
  ['NS_ERROR_NET_RESET', 'connection reset'],
  ['NS_ERROR_NET_PARTIAL_TRANSFER', 'answer broke off'],
  ['NS_ERROR_NET_INADEQUATE_SECURITY', 'no common TLS version'],
  ['NS_ERROR_REDIRECT_LOOP', 'too many redirects'],
  ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'port not allowed'],
  ['NS_ERROR_DOCUMENT_NOT_CACHED', 'no longer in the cache'],
  ['NS_ERROR_DOM_CORP_FAILED', 'blocked by CORP'],
  ['NS_ERROR_DOM_BAD_URI', 'blocked by the browser'],
  ['NS_ERROR_TRACKING_URI', 'blocked by an extension'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE', 'certificate out of date'],
  ['SEC_ERROR_REVOKED_CERTIFICATE', 'certificate revoked'],
  ['MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', 'certificate out of date'],
  ['The certificate is not trusted because it is self-signed.', 'certificate not trusted'],
  ['Peer’s Certificate issuer is not recognized.', 'certificate not trusted'],
  ['Peer’s Certificate has expired.', 'certificate out of date'],
  ['SSL received a record that exceeded the maximum permissible length.', 'TLS failed'],
  // Safari.
  ['A server with the specified hostname could not be found.', 'host name not found'],
  ['Could not connect to the server.', 'no connection'],
  ['The network connection was lost.', 'connection reset'],
  ['The request timed out.', 'timed out'],
  ['The Internet connection appears to be offline.', 'offline'],
  ['An SSL error has occurred and a secure connection cannot be made.', 'TLS failed'],
  ['The certificate for this server is invalid.', 'certificate not trusted'],
  ['Not allowed to use restricted network port', 'port not allowed'],
  ['too many HTTP redirects', 'too many redirects'],
  ['cancelled', 'aborted'],
  // Playwright with WebKit.
  [
    'Origin https://app.example.com is not allowed by Access-Control-Allow-Origin. Status code: 200',
    'blocked by CORS',
  ],
  ['Preflight response is not successful. Status code: 404', 'blocked by CORS'],
  ['/token due to access control checks.', 'blocked by CORS'],
  ['Blocked by Content Security Policy', 'blocked by CSP'],
  // Fiddler and Charles.
  [
    "Fiddler - DNS Lookup Failed. DNS Lookup for 'id.example.com' failed. No such host is known",
    'host name not found',
  ],
  ["Fiddler - Connection Failed. The connection to 'id.example.com' failed.", 'no connection'],
  [
    "The connection to 'localhost' failed. Error: ConnectionRefused (0x274d). actively refused it",
    'connection refused',
  ],
  ['Fiddler - Receive Failure. Server returned 0 bytes.', 'empty answer'],
  ['Fiddler - Gateway Connection Failed', 'the proxy failed'],
  ['Name lookup failed for remote host', 'host name not found'],
  ['Failed to connect to remote host: Connection refused', 'connection refused'],
  // mitmproxy.
  ["[Errno 111] Connect call failed ('127.0.0.1', 1)", 'connection refused'],
  ['[Errno -2] Name or service not known', 'host name not found'],
  ['Certificate verify failed: self-signed certificate', 'certificate not trusted'],
  ['Certificate verify failed: certificate has expired', 'certificate out of date'],
  [
    "Certificate verify failed: Hostname mismatch, certificate is not valid for 'id.example.com'",
    'certificate of another name',
  ],
  ['The remote server does not speak TLS.', 'no TLS at this port'],
  ['server closed connection', 'empty answer'],
  ['Client disconnected.', 'aborted'],
  ['Server disconnected', 'connection reset'],
  // Node.js and others behind a proxy.
  ['connect ECONNREFUSED ::1:8443', 'connection refused'],
  ['getaddrinfo EAI_AGAIN id.example.com', 'name server failed'],
  ["Hostname/IP does not match certificate's altnames", 'certificate of another name'],
  ['x509: certificate signed by unknown authority', 'certificate not trusted'],
  ['PKIX path building failed', 'certificate not trusted'],
  ['http: server gave HTTP response to HTTPS client', 'no TLS at this port'],
  ['tunneling socket could not be established, statusCode=403', 'proxy refused the tunnel'],
];

describe('networkError', () => {
  it.each(CHROMIUM_ERROR_NAMES)('knows net::ERR_%s', (name) => {
    expect(networkError(`net::ERR_${name}`)).not.toBeNull();
  });

  it.each(SAID)('%s', (text, word) => {
    expect(networkError(text)?.word).toBe(word);
  });

  it('takes an exact name before a family, and a detail after a dot', () => {
    expect(networkError('net::ERR_PROXY_AUTH_REQUESTED')?.word).toBe('proxy asks for a login');
    expect(networkError('net::ERR_PROXY_SOMETHING_NEW')?.word).toBe('the proxy failed');
    expect(networkError('net::ERR_CERT_SOMETHING_NEW')?.word).toBe('certificate not valid');
    expect(networkError('net::ERR_BLOCKED_BY_RESPONSE.NotSameSite')?.word).toBe('blocked by CORP');
    expect(networkError('net::ERR_BLOCKED_BY_RESPONSE.SomethingNew')?.word).toBe(
      'blocked by the response',
    );
  });

  it('has no row for what nobody knows', () => {
    for (const text of [null, '', 'net::ERR_SOMETHING_NEW', 'FAILED', 'status 0']) {
      expect(networkError(text)).toBeNull();
    }
    expect(failureReason('net::ERR_SOMETHING_NEW')).toBe('unknown');
  });

  it('tells in words that fit their places', () => {
    const rows = new Set(
      [...CHROMIUM_ERROR_NAMES.map((name) => `ERR_${name}`), ...SAID.map(([text]) => text)].map(
        (text) => networkError(text),
      ),
    );
    for (const row of rows) {
      expect(row?.title).toMatch(/^[A-Z][^.]{10,79}$/);
      expect(row?.means).toMatch(/^[a-z{].*[^.]$/);
      expect(row?.fix).toMatch(/^[A-Z].*\.$/);
      expect(row?.word).toMatch(/^[^.]{5,40}$/);
    }
  });
});

describe('libraryError', () => {
  it.each([
    ['Login failed · connect ETIMEDOUT 203.0.113.10:443', 'timed-out'],
    ['Error: unable to verify the first certificate', 'tls'],
    ['dial tcp: lookup id.example.com: no such host', 'dns'],
    ['cURL error 60: SSL certificate problem: unable to get local issuer certificate', 'tls'],
    ['java.net.SocketTimeoutException: connect timed out', 'timed-out'],
  ])('%s', (page, reason) => {
    expect(libraryError(page)?.reason).toBe(reason);
  });

  it.each([
    'Your session timed out. Please sign in again.',
    'Access was refused by the administrator.',
    'You are offline',
    'The certificate of your course is ready',
    'Internal Server Error',
  ])('%s', (page) => {
    expect(libraryError(page)).toBeNull();
  });
});
