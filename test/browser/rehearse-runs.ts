/** How often each rehearsal is repeated. `npm run rehearsals` sets it; the suite runs each once. */
const RUNS = Number(process.env.REHEARSALS ?? 1);

/** Whether the clients of all libraries are tried, or one. */
export const ALL_LIBRARIES = process.env.REHEARSALS !== undefined;

/** Titles of a test that is repeated. */
export function runsOf(title: string): readonly string[] {
  if (RUNS === 1) return [title];
  return Array.from({ length: RUNS }, (_, index) => `${title}, run ${index + 1}`);
}
