import type { Exchange, Gap } from '../http/exchange.ts';
import { failureGap, type OwnFailure } from '../http/own-failure.ts';
import { withoutQuery } from '../http/url.ts';

const MAX_NAME = 300;

/** What a message about a failure calls an exchange. */
export function nameOf({ request }: Exchange): string {
  return `${request.method} ${withoutQuery(request.url).slice(0, MAX_NAME)}`;
}

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
