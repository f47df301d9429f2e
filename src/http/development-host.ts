import { isLoopbackHost } from './url.ts';

const PRIVATE_NAME = /\.(?:test|local|internal|lan|home\.arpa)$/;
/** Unique local and link-local addresses of IPv6 (RFC 4193, RFC 4291 section 2.5.6). */
const PRIVATE_IPV6 = /^\[(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/;
const PRIVATE_ADDRESS = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)[\d.]+$/;

/** Whether a host is this machine or an address of a local network (RFC 1918, RFC 3927). */
export function isLocalAddress(host: string): boolean {
  return isLoopbackHost(host) || PRIVATE_ADDRESS.test(host);
}

/**
 * Whether a host is only reachable on the developer's own network: loopback, RFC 1918 addresses,
 * names without a dot, and names that no public DNS serves (RFC 6761, RFC 6762).
 */
export function isDevelopmentHost(host: string): boolean {
  const name = host.toLowerCase();
  if (isLoopbackHost(name) || PRIVATE_NAME.test(name) || PRIVATE_ADDRESS.test(name)) return true;
  if (PRIVATE_IPV6.test(name)) return true;
  return !name.includes('.') && !name.includes(':');
}
