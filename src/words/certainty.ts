export type Certainty = 'certain' | 'likely';

const BASES = {
  computed: 'calculated',
  reported: 'reported by the server',
  observed: 'observed in the traffic',
  heuristic: 'inferred',
} as const;

/** What a finding rests on. The earlier one outranks the later one as the root cause. */
export type Basis = keyof typeof BASES;

const ORDER = Object.keys(BASES);

/** Negative when the first of two findings rests on better evidence. */
export function compareBasis(a: { readonly basis: Basis }, b: { readonly basis: Basis }): number {
  return ORDER.indexOf(a.basis) - ORDER.indexOf(b.basis);
}

interface Rated {
  readonly certainty: Certainty;
  readonly basis: Basis;
}

/** How sure a finding is and what that rests on: `certain (calculated)`. */
export function confidence({ certainty, basis }: Rated): string {
  return `${certainty} (${BASES[basis]})`;
}
