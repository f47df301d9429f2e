import { describe, expect, it, vi } from 'vitest';
import { Session } from '../../../panels/oauth/model/session.ts';
import { Store } from '../../../panels/oauth/model/store.ts';
import type { Analysis } from '../../../src/analysis/analysis.ts';
import { clean, refused } from '../logins.ts';
import { TestRecorder } from '../panel.tsx';
import { login } from '../recording.ts';

function open(exchanges = login()) {
  localStorage.clear();
  const store = new Store();
  const recorder = new TestRecorder(exchanges);
  store.connect(recorder);
  store.live.flush();
  return { store, recorder };
}

const other = () => login({ prefix: 'b', at: 60_000, state: 'st-other-12', code: 'co-other-12' });

describe('the store', () => {
  it('shows later exchanges together', async () => {
    const { store, recorder } = open();
    expect(store.flows.value).toHaveLength(1);
    for (const exchange of other()) recorder.record([exchange]);
    expect(store.flows.value).toHaveLength(1);
    await vi.waitFor(() => expect(store.flows.value).toHaveLength(2), 10_000);
  });

  it('follows the newest flow until the user chooses one', async () => {
    const { store, recorder } = open();
    recorder.record(other());
    await vi.waitFor(() => expect(store.current.value?.flow.id).toBe('b1'), 10_000);
    store.openFlow('a1');
    recorder.record(login({ prefix: 'c', at: 90_000, state: 'st-third-12', code: 'co-third-12' }));
    await vi.waitFor(() => expect(store.flows.value).toHaveLength(3), 10_000);
    expect(store.current.value?.flow.id).toBe('a1');
  });

  it('prefers a failed flow to a newer one of another client', () => {
    const { store } = open([...refused(), ...clean('b', 60_000)]);
    expect(store.current.value?.outcome).toBe('failed');
  });

  it('prefers the newest flow to one that failed before the same login worked', () => {
    const { store } = open([...refused(), ...other()]);
    expect(store.current.value?.flow.id).toBe('b1');
    expect(store.flows.value.map(({ verdict }) => verdict.sign)).toEqual(['recovered', 'good']);
  });

  it('stays at the flow that the user has begun to read', async () => {
    const { store, recorder } = open();
    store.hold();
    recorder.record(refused({ prefix: 'b', at: 60_000 }));
    await vi.waitFor(() => expect(store.flows.value).toHaveLength(2), 10_000);
    expect(store.current.value?.flow.id).toBe('a1');
  });

  it('opens one flow or one failure at once, and else the list', () => {
    const level = (exchanges: Parameters<typeof open>[0]) => open(exchanges).store.level.value;
    expect(level(login())).toBe('flow');
    expect(level([...clean('b', 0), ...clean('c', 60_000)])).toBe('flows');
    expect(level([...clean('b', 0), ...refused(), ...clean('c', 60_000)])).toBe('flow');
    const two = [...refused(), ...refused({ prefix: 'b', at: 60_000, client: 'another' })];
    expect(level(two)).toBe('flows');
  });

  it('selects a flow without leaving the list', () => {
    const { store } = open([...clean('b', 0), ...clean('c', 60_000)]);
    store.selectFlow('b1');
    expect([store.current.value?.flow.id, store.level.value]).toEqual(['b1', 'flows']);
  });

  it('clears, and restores within ten seconds', () => {
    vi.useFakeTimers();
    const { store } = open();
    store.clear();
    expect(store.flows.value).toHaveLength(0);
    expect(store.canUndo.value).toBe(true);
    store.undoClear();
    store.live.flush();
    expect(store.flows.value).toHaveLength(1);
    store.clear();
    vi.advanceTimersByTime(10_001);
    expect(store.canUndo.value).toBe(false);
    vi.useRealTimers();
  });

  it('goes back level by level', () => {
    const { store } = open();
    store.openFlow('a1');
    store.openStep('token-request a3');
    expect([store.level.value, store.step.value?.index]).toEqual(['message', 2]);
    expect([store.back(), store.level.value]).toEqual([true, 'flow']);
    expect([store.back(), store.level.value]).toEqual([true, 'flows']);
    expect(store.back()).toBe(false);
  });

  it('remembers filter and hidden checks, and works without storage', () => {
    const { store } = open();
    store.settings.filter.value = 'is:failed';
    store.hideCheck('state-missing');
    const next = new Store();
    expect(next.settings.filter.value).toBe('is:failed');
    expect(next.settings.hiddenChecks.value).toEqual(['state-missing']);
    next.showCheck('state-missing');
    localStorage.setItem('grantscope.filter', '{"no":"text"}');
    expect(new Store().settings.filter.value).toBe('');
    const broken = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(() => {
      next.settings.filter.value = 'x';
    }).not.toThrow();
    broken.mockRestore();
  });

  it('forgets what the recorder has removed, and shows the gap', () => {
    const { store, recorder } = open([...login(), ...other()]);
    store.openFlow('b1');
    expect([...recorder.kept().stay].sort()).toEqual(
      other()
        .map(({ id }) => id)
        .sort(),
    );
    const text = 'The oldest requests were removed.';
    recorder.drop(login().map(({ id }) => id));
    recorder.gap({ kind: 'dropped', text, at: 0 });
    store.live.flush();
    expect(store.flows.value.map(({ flow }) => flow.id)).toEqual(['b1']);
    expect(store.live.recording.exchanges.map(({ id }) => id)).toEqual(other().map(({ id }) => id));
    expect(store.snapshot.value.gaps.map((gap) => gap.text)).toContain(text);
  });

  it('forgets what was removed before it was analysed', () => {
    const { store, recorder } = open();
    recorder.record(other());
    recorder.drop(other().map(({ id }) => id));
    store.live.flush();
    expect(store.flows.value.map(({ flow }) => flow.id)).toEqual(['a1']);
  });

  it('says that the analysis failed and keeps what was shown', () => {
    const { store } = open();
    const before = store.live.snapshot.value;
    const failing: Analysis = {
      addSource: () => {},
      add: () => {
        throw new Error('defect');
      },
      remove: () => {},
      knows: () => false,
      addNavigation: () => {},
      addGap: () => {},
      addRehearsal: () => {},
      addNote: () => {},
      recording: (sources) => ({ exchanges: [], navigations: [], gaps: [], sources }),
      clear: () => {},
      snapshot: () => before,
      *steps() {
        yield;
        return before;
      },
      settle: async () => false,
    };
    const session = new Session(failing);
    session.flush();
    session.add(login());
    expect(session.trouble.value).toBe('defect');
    expect(session.snapshot.value.flows).toHaveLength(1);
  });
});
