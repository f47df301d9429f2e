import type { Gap } from '../http/exchange.ts';
import { failureGap, type OwnFailure } from '../http/own-failure.ts';

/** More failures would only repeat the same. */
const MAX = 50;

/** The failures of Grantscope that belong to no flow, each listed once. */
export class FailureLog {
  readonly #gaps = new Map<string, Gap>();

  readonly note = (failure: OwnFailure): void => {
    const gap = failureGap(failure);
    if (this.#gaps.size < MAX) this.#gaps.set(gap.text, gap);
  };

  get gaps(): readonly Gap[] {
    return [...this.#gaps.values()];
  }

  clear(): void {
    this.#gaps.clear();
  }
}
