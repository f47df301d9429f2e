import { cleanup, configure, render } from '@testing-library/preact';
import axe from 'axe-core';
import { App } from '../../panels/oauth/components/frame/app.tsx';
import { Store } from '../../panels/oauth/model/store.ts';
import type {
  BackgroundState,
  KeptFlows,
  RecorderEvent,
  RecorderPort,
  Rehearsal,
  RehearsalListener,
  RehearsalPort,
} from '../../src/extension/handover.ts';
import type { Given, SiteAccess } from '../../src/extension/wire/rehearsal-order.ts';
import type { Exchange, Gap } from '../../src/http/exchange.ts';
import type { PagePlan } from '../../src/rehearsal/page-plan.ts';
import type { RulePlan } from '../../src/rehearsal/rule-plan.ts';

// The report is loaded on demand, which is slow on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** Rehearsals without a page. A test tells what happens in it. */
class TestRehearsals implements RehearsalPort {
  readonly armed: (PagePlan | RulePlan)[] = [];
  /** What the panel asked the background for. */
  readonly asked: (readonly string[] | Given | 'back')[] = [];
  #watcher: (access: SiteAccess) => void = () => {};
  #access: SiteAccess | null = null;
  #listener: RehearsalListener = () => {};
  #state: Rehearsal | null = null;

  subscribe(listener: RehearsalListener): () => void {
    this.#listener = listener;
    listener(this.#state);
    return () => {};
  }
  arm(plan: PagePlan | RulePlan): void {
    this.armed.push(plan);
    const { fault, title } = plan;
    const times = { armedAt: Date.now(), until: Date.now() + 300_000 };
    const id = String(this.armed.length);
    this.#state = { id, fault, title, ...times, here: true, hits: [], held: 0, ended: null };
    this.#listener(this.#state);
  }
  stop(): void {
    this.tell({ ended: 'stopped' });
  }
  watchAccess(watcher: (access: SiteAccess) => void): () => void {
    this.#watcher = watcher;
    if (this.#access) watcher(this.#access);
    return () => {};
  }
  /** The browser has granted these patterns, and these of them to rehearsals. */
  grant(all: Given, own: Given = { permissions: [], origins: [] }): void {
    this.#access = { all, own };
    this.#watcher(this.#access);
  }
  askForSites(sites: readonly string[]): void {
    this.asked.push(sites);
  }
  sitesGiven(given: Given): void {
    this.asked.push(given);
  }
  giveBack(): void {
    this.asked.push('back');
  }
  tell(change: Partial<Rehearsal>): void {
    if (this.#state) this.#state = { ...this.#state, ...change };
    this.#listener(this.#state);
  }
}

/** A recorder with the test's recording. It remembers what it was asked. */
export class TestRecorder implements RecorderPort {
  readonly asked: string[] = [];
  #listener: (event: RecorderEvent) => void = () => {};
  #exchanges: readonly Exchange[];
  #cleared: readonly Exchange[] = [];

  constructor(exchanges: readonly Exchange[] = []) {
    this.#exchanges = exchanges;
  }
  subscribe(listener: (event: RecorderEvent) => void): () => void {
    this.#listener = listener;
    listener({ type: 'state', paused: false, keep: true });
    listener({ type: 'exchanges', exchanges: this.#exchanges });
    return () => {};
  }
  record(exchanges: readonly Exchange[]): void {
    this.#exchanges = [...this.#exchanges, ...exchanges];
    this.#listener({ type: 'exchanges', exchanges });
  }
  gap(gap: Gap): void {
    this.#listener({ type: 'gap', gap });
  }
  drop(ids: readonly string[]): void {
    this.#exchanges = this.#exchanges.filter(({ id }) => !ids.includes(id));
    this.#listener({ type: 'dropped', ids });
  }
  kept: () => KeptFlows = () => ({ stay: new Set(), flows: [] });
  askBeforeDropping(ask: () => KeptFlows): void {
    this.kept = ask;
  }
  clear(): void {
    this.#cleared = this.#exchanges;
    this.#exchanges = [];
    this.#listener({ type: 'cleared' });
  }
  undoClear(): boolean {
    this.record(this.#cleared);
    return true;
  }
  setPaused(paused: boolean): void {
    this.#listener({ type: 'state', paused, keep: true });
  }
  setKeep(keep: boolean): void {
    this.asked.push(`keep ${keep}`);
  }
  reloadPage(): void {
    this.asked.push('reload');
  }
  showNetwork = (filter: string): void => {
    this.asked.push(`network ${filter}`);
  };
  askForBackground(): void {
    this.asked.push('ask for background');
  }
  stopBackground(): void {
    this.asked.push('stop background');
  }
  background(state: BackgroundState): void {
    this.#listener({ type: 'background', state });
  }
  end(): void {
    this.#listener({ type: 'ended' });
  }
  inspectedUrl(): Promise<string | null> {
    return Promise.resolve(null);
  }
  readonly rehearsal = new TestRehearsals();
}

/** The panel with a recording in it, and with these texts as its stored settings. */
export function openPanel(
  exchanges: readonly Exchange[] = [],
  stored: Readonly<Record<string, string>> = {},
) {
  cleanup();
  localStorage.clear();
  for (const [name, text] of Object.entries(stored)) {
    localStorage.setItem(`grantscope.${name}`, text);
  }
  const recorder = new TestRecorder(exchanges);
  const store = new Store();
  store.connect(recorder);
  store.live.flush();
  return { ...render(<App store={store} />), store, recorder };
}

/** The violations that axe finds. Colours need a real browser. */
export async function axeProblems(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
