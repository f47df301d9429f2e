/** A runtime in which servers of applications are written. */
interface Runtime {
  readonly name: string;
  /** What it writes into errors and answer headers. */
  readonly sign: RegExp;
  /** Where it looks for certificate authorities. */
  readonly trust: string;
  /** Where it looks for the proxy. */
  readonly proxy: string;
}

const RUNTIMES: readonly Runtime[] = [
  {
    name: 'Node.js',
    sign: /\bnode_modules\b|\(node:|\bx-powered-by: (?:express|next)|\bUND_ERR_|\b(?:UNABLE_TO_[A-Z_]+|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_HAS_EXPIRED)\b|\b(?:getaddrinfo|connect|read|write) E[A-Z_]{4,}\b|TypeError: fetch failed/i,
    trust: 'NODE_EXTRA_CA_CERTS',
    proxy: 'HTTPS_PROXY together with NODE_USE_ENV_PROXY=1, or the agent of its HTTP library',
  },
  {
    name: 'Java',
    sign: /\bPKIX\b|\bjavax?\.(?:net|security|lang)\b|\bat org\.\w|\bsun\.security\b|I\/O error on (?:GET|POST) request/i,
    trust: 'the trust store of the JVM (keytool -importcert -cacerts, or javax.net.ssl.trustStore)',
    proxy: '-Dhttps.proxyHost and -Dhttps.proxyPort',
  },
  {
    name: '.NET',
    sign: /\bSystem\.Net\b|\bserver: kestrel\b|\bRemoteCertificate\w+|\b(?:UntrustedRoot|PartialChain)\b|\bThe SSL connection could not be established\b|\bIDX\d{5}\b/i,
    trust: 'the certificate store of the machine (on Linux also SSL_CERT_DIR or SSL_CERT_FILE)',
    proxy: 'HTTPS_PROXY',
  },
  {
    name: 'Python',
    sign: /\b_ssl\.c\b|\burllib3\b|\bMax retries exceeded\b|\bHTTPSConnectionPool\b|\bhttpx\b|\baiohttp\b|\bserver: (?:gunicorn|werkzeug|uvicorn)|\[Errno -?\d+\]/i,
    trust: 'REQUESTS_CA_BUNDLE or SSL_CERT_FILE',
    proxy: 'HTTPS_PROXY',
  },
  {
    name: 'Go',
    sign: /\bx509:|\bdial tcp\b|\btls: |proxyconnect tcp/i,
    trust: 'SSL_CERT_FILE or the certificates of the system image (ca-certificates)',
    proxy: 'HTTPS_PROXY',
  },
  {
    name: 'PHP',
    sign: /\bcURL error \d+|\bx-powered-by: php|\bGuzzleHttp\b/i,
    trust: 'openssl.cafile and curl.cainfo in php.ini',
    proxy: 'the proxy option of its HTTP library',
  },
  {
    name: 'Ruby',
    sign: /\bSSL_connect returned=|\bErrno::E|\bFaraday::|\bNet::(?:Open|Read)Timeout|\bOpenSSL::SSL/i,
    trust: 'SSL_CERT_FILE',
    proxy: 'https_proxy',
  },
];

/** The runtime that the words of an application show; null when they could be of several. */
function runtimeOf(words: string): Runtime | null {
  return RUNTIMES.find(({ sign }) => sign.test(words)) ?? null;
}

/** Where the runtime of the application looks for authorities, or where each of them does. */
export function trustSetting(words: string): string {
  const known = runtimeOf(words);
  return known
    ? `${known.trust} in ${known.name}`
    : 'NODE_EXTRA_CA_CERTS in Node.js, the trust store in Java, SSL_CERT_FILE or REQUESTS_CA_BUNDLE in Python';
}

/** Where the runtime of the application looks for its proxy. */
export function proxySetting(words: string): string {
  const known = runtimeOf(words);
  return known ? `${known.proxy} in ${known.name}` : 'HTTPS_PROXY, or what its HTTP library needs';
}
