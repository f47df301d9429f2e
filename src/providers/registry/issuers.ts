import { providers } from './index.ts';

const habits = providers.flatMap(({ issuers = [] }) => issuers);
const spellings = habits.flatMap((habit) => (habit.kind === 'spellings' ? [habit.spellings] : []));
const besideEndpoints = habits.flatMap((habit) =>
  habit.kind === 'beside-endpoints' ? [habit] : [],
);
const sharingClaims = habits.flatMap((habit) =>
  habit.kind === 'shares-keys' ? [habit.claim] : [],
);

/** Whether both are spellings of the one issuer of a provider. */
export function isOtherSpelling(one: string, other: string): boolean {
  return spellings.some((all) => all.includes(one) && all.includes(other));
}

/** What the issuer has behind the path that it shares with its endpoints; mostly nothing. */
export function issuerSuffix(path: string): string {
  return besideEndpoints.find(({ endpoints }) => path.includes(endpoints))?.suffix ?? '';
}

/** Whether a token says by its claims that its issuer is another one with the same keys. */
export function sharesKeys(claims: object): boolean {
  return sharingClaims.some((claim) => Object.hasOwn(claims, claim));
}
