import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { lazy, loadAll } from '../../../panels/oauth/model/lazy.tsx';
import { until } from '../../../playground/browsers/poll.ts';

const place = document.createElement('div');

afterEach(() => render(null, place));

it('draws a part that is loaded by somebody else before its own effect runs', async () => {
  const Part = lazy(async () => () => <p>the part</p>);
  render(<Part />, place);
  expect(place.textContent).toBe('');
  // The effect of the part waits for a frame. This takes only promises.
  await loadAll();
  await until('the part', () => place.textContent === 'the part', 1_000);
});

it('draws a part at once that was loaded before', async () => {
  const Part = lazy(async () => () => <p>the part</p>);
  await loadAll();
  render(<Part />, place);
  expect(place.textContent).toBe('the part');
});
