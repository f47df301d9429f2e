import { screen } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { axeProblems, openPanel } from '../panel.tsx';
import { login } from '../recording.ts';

it('a recording that has ended stays readable, and the panel says how to go on', async () => {
  const { container, recorder } = openPanel(login());
  act(() => recorder.end());
  expect(screen.getByTestId('ended').textContent).toContain('Close DevTools and open them again');
  expect(screen.getAllByTestId('flow')).toHaveLength(1);
  expect(await axeProblems(container)).toEqual([]);
});

it('where DevTools inspect no tab, the recorder in the background is not offered', async () => {
  const { recorder } = openPanel(login());
  act(() => recorder.background('impossible'));
  screen.getByTestId('settings').click();
  expect(await screen.findByText(/no tab of this browser/)).toBeTruthy();
  expect(screen.queryByTestId('record-more')).toBeNull();
});
