import type { Exchange } from '../../http/exchange.ts';
import { withoutFragment } from '../../http/url.ts';
import { hasOAuthParameter } from '../../oauth/triage.ts';
import type { DevtoolsApi } from './devtools-api.ts';
import type { LiveRecording } from './live-recording.ts';
import { type PageState, readPageState } from './page-state.ts';
import { lostPage } from './recorder-gaps.ts';

/** The page's clock and that of the log may differ by this much, in milliseconds. */
const SLACK = 1_000;
/** Of a page that does not tell when its navigation began, the request may be this old, in ms. */
const SLOWEST = 30_000;
/** A page that began longer ago than this, in milliseconds, came back from the history. */
const FRESH = 60_000;
/** The request of a page is waited for this many milliseconds, its body included. */
const PATIENCE = 6_000;

/** Tells of pages that have loaded and whose requests the browser never showed. */
export class LostPages {
  #api: DevtoolsApi;
  #recording: LiveRecording;
  #startedAt = Date.now();

  /** Pages that were there before are not missed. */
  constructor(api: DevtoolsApi, recording: LiveRecording) {
    this.#api = api;
    this.#recording = recording;
  }

  /** Looks in a moment whether the page that has just loaded was recorded. */
  watch(url: string, state: PageState | null): void {
    const recording = this.#recording;
    if (recording.paused || !/^https?:/i.test(url) || !hasOAuthParameter(url)) return;
    const { epoch } = recording;
    const at = Date.now();
    setTimeout(async () => {
      // While Firefox is as busy as to lose requests, its pages do not answer either.
      const since = state?.since ?? (await this.#since(url));
      if (epoch !== recording.epoch || recording.paused) return;
      if (since !== null && (since < this.#startedAt || at - since > FRESH)) return;
      const first = since === null ? at - SLOWEST : since - SLACK;
      if (isRecorded(url, recording.exchanges, first)) return;
      recording.navigation({ at: since ?? at, url });
      recording.gap(lostPage(url, since ?? at));
    }, PATIENCE);
  }

  /** When the navigation to the page began; null when it is no longer there. */
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
