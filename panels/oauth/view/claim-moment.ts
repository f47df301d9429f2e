const DATES = new Set(['exp', 'iat', 'nbf', 'auth_time', 'updated_at']);

/** A numeric date as a moment (RFC 7519 section 2), or null. */
export function claimMoment(name: string, value: unknown): number | null {
  return DATES.has(name) && typeof value === 'number' ? value * 1_000 : null;
}
