import type { Gap } from '../http/exchange.ts';
import { failureGap, type OwnFailure } from '../http/own-failure.ts';

/** More of them say the same again. */
const MAX = 50;

/** The failures of Grantscope that belong to no flow, each once. */
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
