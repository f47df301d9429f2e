/** What a claim or header member of a token was compared with, and the result. */
export interface ClaimComparison {
  readonly part: 'claim' | 'header';
  readonly name: string;
  /** `unknown`: it would be compared, but the other value is not known. */
  readonly result: 'match' | 'differs' | 'unknown';
  /** The result in words, without a full stop. It holds no value of the recording but hosts. */
  readonly told: string;
  /** The expected or computed value, with its own name. */
  readonly other?: { readonly name: string; readonly value: string };
}

type Part = Pick<ClaimComparison, 'name'> & Partial<Pick<ClaimComparison, 'part' | 'other'>>;

const make = (result: ClaimComparison['result'], at: Part | string, told: string) => ({
  part: 'claim' as const,
  ...(typeof at === 'string' ? { name: at } : at),
  result,
  told,
});

export const match = (at: Part | string, told: string): ClaimComparison => make('match', at, told);
export const differs = (at: Part | string, told: string): ClaimComparison =>
  make('differs', at, told);
export const unknown = (at: Part | string, told: string): ClaimComparison =>
  make('unknown', at, told);
