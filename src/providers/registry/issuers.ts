import { providers } from './index.ts';

const habits = providers.flatMap(({ issuers = [] }) => issuers);
const spellings = habits.flatMap((habit) => (habit.kind === 'spellings' ? [habit.spellings] : []));
const besideEndpoints = habits.flatMap((habit) =>
  habit.kind === 'beside-endpoints' ? [habit] : [],
);
const sharingClaims = habits.flatMap((habit) =>
  habit.kind === 'shares-keys' ? [habit.claim] : [],
);

const seals = habits.flatMap((habit) => (habit.kind === 'seals-tokens' ? [habit] : []));
const keyPlaces = habits.flatMap((habit) => (habit.kind === 'keys-at' ? [habit] : []));

/** All spellings of an issuer, itself among them. */
export function spellingsOf(issuer: string): readonly string[] {
  return spellings.find((all) => all.includes(issuer)) ?? [issuer];
}

/** Where the provider of an issuer documents its keys; empty when that is not known. */
export function documentedKeySets(issuer: string): readonly string[] {
  return keyPlaces.flatMap(({ issuers, urls }) => {
    const match = issuers.exec(issuer);
    return match ? urls.map((url) => url.replace('{}', match[1] ?? '')) : [];
  });
}

/** Whether only the provider's own APIs can verify a token, and the member of its header that says so. */
export function sealOf(header: object, issuer: string): string | null {
  const isIt = ({ issuers, member }: (typeof seals)[number]): boolean =>
    issuers.test(issuer) && Object.hasOwn(header, member);
  return seals.find(isIt)?.member ?? null;
}

/** Whether both are spellings of one issuer of a provider. */
export function isOtherSpelling(one: string, other: string): boolean {
  return spellings.some((all) => all.includes(one) && all.includes(other));
}

/** The end of the issuer, after the path that it shares with its endpoints. Usually empty. */
export function issuerSuffix(path: string): string {
  return besideEndpoints.find(({ endpoints }) => path.includes(endpoints))?.suffix ?? '';
}

/** Whether the claims of a token show that it comes from another issuer with the same keys. */
export function sharesKeys(claims: object): boolean {
  return sharingClaims.some((claim) => Object.hasOwn(claims, claim));
}
