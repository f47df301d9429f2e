import { isLoopbackHost } from './url.ts';

const PRIVATE_NAME = /\.(?:test|local|internal|lan|home\.arpa)$/;
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
  return !name.includes('.') && !name.includes(':');
}
