import { createHash } from 'node:crypto';

const YEAR = 31_536_000;

/**
 * The file `TransportSecurity` of a profile that has visited these hosts before and has learned to
 * use https only (RFC 6797 section 8.1).
 */
export function transportSecurity(hosts: readonly string[]): string {
  const now = Math.floor(Date.now() / 1_000);
  const sts = hosts.map((host) => ({
    host: hashOf(host),
    mode: 'force-https',
    sts_include_subdomains: false,
    sts_observed: now,
    expiry: now + YEAR,
  }));
  return JSON.stringify({ sts, version: 2 });
}

/** Chromium stores the hash of the name as DNS writes it: each label after its length. */
function hashOf(host: string): string {
  const labels = host.split('.').map((label) => String.fromCharCode(label.length) + label);
  return createHash('sha256')
    .update(`${labels.join('')}\0`)
    .digest('base64');
}
