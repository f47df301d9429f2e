import { expect, it } from 'vitest';
import { Store } from '../../../panels/oauth/model/store.ts';
import { TestRecorder } from '../panel.tsx';
import { login } from '../recording.ts';

const logins = ['a', 'b', 'c'].map((prefix, index) =>
  login({
    prefix,
    at: index * 60_000,
    state: `state-of-${prefix}-12`,
    code: `code-of-${prefix}-12`,
  }),
);

it('the recorder may remove whole flows, but none that is shown or pinned', () => {
  localStorage.clear();
  const store = new Store();
  const recorder = new TestRecorder(logins.flat());
  store.connect(recorder);
  store.live.flush();
  store.openFlow('b1');
  const [pinned] = logins[2] ?? [];
  if (!pinned) throw new Error('the third login is empty');
  store.live.setRemarks(pinned, [{ of: 'flow', pinned: true, text: '' }]);
  store.live.flush();
  const { stay, flows } = recorder.kept();
  expect(flows).toHaveLength(3);
  const kept = logins.map((all) => all.filter(({ id }) => stay.has(id)).length);
  expect(kept[0]).toBe(0);
  expect(kept[1]).toBeGreaterThan(2);
  expect(kept[2]).toBeGreaterThan(2);
});
