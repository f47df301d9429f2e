import 'preact/debug';
import { render, screen, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { App } from '../../panels/oauth/components/frame/app.tsx';
import { Session } from '../../panels/oauth/model/session.ts';
import { loadSettings } from '../../panels/oauth/model/settings.ts';
import { Store } from '../../panels/oauth/model/store.ts';
import { analysedFlow, finding, fixedAnalysis } from './fixtures.ts';

it('shows each finding of a check that reports twice at one step', () => {
  const complain = vi.spyOn(console, 'error');
  const cause = finding('cause', { message: 0 });
  const findings = [
    cause,
    finding('twice', { message: 1, causedBy: cause }),
    finding('twice', { message: 1, causedBy: cause }),
    finding('alone', { message: 2 }),
    finding('alone', { message: 2 }),
  ];
  const session = new Session(fixedAnalysis({ flows: [analysedFlow({ findings })] }));
  session.flush();
  render(<App store={new Store(loadSettings(), session)} />);
  const steps = screen.getAllByTestId('step');
  const shown = steps.map((step) =>
    within(step)
      .queryAllByTestId('finding')
      .map(({ dataset }) => dataset.check),
  );
  expect(shown.slice(0, 3)).toEqual([['cause', 'twice', 'twice'], [], ['alone', 'alone']]);
  expect(within(steps[1] as HTMLElement).getAllByText(/consequence of step 1/)).toHaveLength(2);
  expect(complain.mock.calls.map(String).filter((text) => text.includes('same key'))).toEqual([]);
});
