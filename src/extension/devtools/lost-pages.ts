import type { Exchange } from '../../http/exchange.ts';
import { withoutFragment } from '../../http/url.ts';
import { hasOAuthParameter } from '../../oauth/triage.ts';
import type { LiveRecording } from './live-recording.ts';
import { type PageAsker, type PageState, readPageState } from './page-state.ts';
import { lostPage } from './recorder-gaps.ts';

/** The clock of the page and that of the log may differ by this many milliseconds. */
const SLACK = 1_000;
/** If a page does not tell when it was navigated to: at most this many milliseconds ago. */
const SLOWEST = 30_000;
/** A page that was loaded more than this many milliseconds ago came back from the history. */
const FRESH = 60_000;
/** The request of a page, with its body, may take this many milliseconds to arrive. */
const PATIENCE = 6_000;

/** Reports pages that have loaded although the browser never showed their requests. */
export class LostPages {
  #api: PageAsker;
  #recording: LiveRecording;
  #startedAt = Date.now();

  /** Pages that were loaded before are not looked for. */
  constructor(api: PageAsker, recording: LiveRecording) {
    this.#api = api;
    this.#recording = recording;
  }

  /** Checks after a while whether the page that has just loaded was recorded. */
  watch(url: string, state: PageState | null): void {
    const recording = this.#recording;
    if (recording.paused || !/^https?:/i.test(url) || !hasOAuthParameter(url)) return;
    const { epoch } = recording;
    const at = Date.now();
    setTimeout(async () => {
      // A browser that is too busy to report requests has pages that are too busy to answer.
      const since = state?.since ?? (await this.#since(url));
      if (epoch !== recording.epoch || recording.paused) return;
      if (since !== null && (since < this.#startedAt || at - since > FRESH)) return;
      const first = since === null ? at - SLOWEST : since - SLACK;
      if (isRecorded(url, recording.exchanges, first)) return;
      recording.navigation({ at: since ?? at, url });
      recording.gap(lostPage(url, since ?? at));
    }, PATIENCE);
  }

  /** When the navigation to the page began; null when the page is not there any more. */
  async #since(url: string): Promise<number | null> {
    const state = await readPageState(this.#api);
    return state && withoutFragment(state.url) === withoutFragment(url) ? state.since : null;
  }
}

function isRecorded(url: string, exchanges: readonly Exchange[], first: number): boolean {
  const page = withoutFragment(url);
  return exchanges.some(
    ({ request, startedAt }) => startedAt >= first && withoutFragment(request.url) === page,
  );
}
