import { providers } from './index.ts';

const habits = providers.flatMap(({ issuers = [] }) => issuers);
const spellings = habits.flatMap((habit) => (habit.kind === 'spellings' ? [habit.spellings] : []));
const besideEndpoints = habits.flatMap((habit) =>
  habit.kind === 'beside-endpoints' ? [habit] : [],
);
const sharingClaims = habits.flatMap((habit) =>
  habit.kind === 'shares-keys' ? [habit.claim] : [],
);

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
