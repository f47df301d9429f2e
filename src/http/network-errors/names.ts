import type { NetworkError } from '../network-error.ts';

/** Host names that have no address. */
export default [
  {
    reason: 'dns',
    names: [
      'ERR_NAME_NOT_RESOLVED',
      'ERR_NAME_RESOLUTION_FAILED',
      'NS_ERROR_UNKNOWN_HOST',
      'ENOTFOUND',
    ],
    phrases: /hostname could not be found|host(?: ?name)? not found|name lookup failed/i,
    libraries:
      /getaddrinfo|name or service not known|nodename nor servname|no such host\b|DNS lookup for .{1,200} failed|UnknownHostException|could not resolve host|name ?resol|remote name could not be resolved|failed to lookup address/i,
    word: 'host name not found',
    title: 'The host name of the server is unknown',
    means: 'found no address for {server}',
    part: 'network',
    fix: 'Correct the host name, or make it known to this machine: look it up with nslookup. A name from a container network or behind a VPN has no address elsewhere.',
  },
  {
    reason: 'dns',
    names: [
      'ERR_NAME_*',
      'ERR_DNS_*',
      'ERR_HOST_RESOLVER_QUEUE_TOO_LARGE',
      'NS_ERROR_DNS_LOOKUP_QUEUE_FULL',
      'EAI_AGAIN',
    ],
    word: 'name server failed',
    title: 'The name server gave no answer',
    means: 'was not sent: the name server (DNS) gave no usable answer for {server}',
    part: 'network',
    fix: 'Check the name server (DNS) of this machine and the secure DNS setting of the browser, then try again.',
  },
  {
    reason: 'dns',
    names: ['ERR_ICANN_NAME_COLLISION'],
    word: 'host name collides',
    title: 'The internal host name collides with a public domain',
    means: 'was not sent: {server} now also is a name in the public DNS',
    part: 'network',
    fix: 'Connect to the internal network, or give the server a name in a domain that you own.',
  },
] satisfies readonly NetworkError[];
