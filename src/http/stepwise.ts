/** Work in short steps. Whoever runs it may pause after each step, and what is returned comes last. */
export type Steps<Result> = Generator<undefined, Result>;

/** Runs all steps without a pause. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
  }
}
