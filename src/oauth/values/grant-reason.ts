/** What a server says was wrong with a grant. */
type GrantReason = 'redirect_uri' | 'expired' | 'used' | 'verifier' | 'client';

const WORDS: readonly (readonly [GrantReason, RegExp])[] = [
  ['redirect_uri', /redirect|callback.?ur[il]/i],
  ['expired', /expire|too old|timed? ?out|lifetime/i],
  ['used', /already|(?:was|been) (?:used|redeemed|consumed)|more than once|reus|replay/i],
  ['verifier', /verifier|challenge|pkce/i],
  ['client', /\bclient\b|audience/i],
];

/** The reasons that a description of invalid_grant names; empty when it gives none. */
export function grantReasons(description: string | null): readonly GrantReason[] {
  if (description === null) return [];
  const text = description.slice(0, 1_000);
  return WORDS.filter(([, pattern]) => pattern.test(text)).map(([reason]) => reason);
}
