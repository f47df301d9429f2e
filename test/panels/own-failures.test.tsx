import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../panels/oauth/components/frame/app.tsx';
import { loadAll } from '../../panels/oauth/model/lazy.tsx';
import { Session } from '../../panels/oauth/model/session.ts';
import { loadSettings } from '../../panels/oauth/model/settings.ts';
import { Store } from '../../panels/oauth/model/store.ts';
import { passes } from '../../panels/oauth/view/filter.ts';
import { outsideFlow } from '../../panels/oauth/view/outside-flow.ts';
import { internalFinding } from '../../src/checks/registry/internal-finding.ts';
import { findingTree } from '../../src/conclusion/finding-tree.ts';
import { flowTree } from '../../src/conclusion/flow-tree.ts';
import { tokensOf } from '../../src/oauth/message-tokens.ts';
import { ownerWord } from '../../src/words/owners.ts';
import { verdict } from '../helpers/verdicts.ts';
import { analysedFlow, finding, fixedAnalysis } from './fixtures.ts';

// The set-up has loaded the panel. Load it again with parts that can be made to fail.
vi.hoisted(() => vi.resetModules());
vi.mock('../../panels/oauth/view/filter.ts', { spy: true });
vi.mock('../../src/conclusion/finding-tree.ts', { spy: true });
vi.mock('../../src/conclusion/flow-tree.ts', { spy: true });
vi.mock('../../panels/oauth/view/outside-flow.ts', { spy: true });
vi.mock('../../src/words/owners.ts', { spy: true });
vi.mock('../../src/oauth/message-tokens.ts', { spy: true });

await loadAll();

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.resetAllMocks();
});

function fail(): never {
  throw new Error('the defect');
}

function show(findings = [finding('a'), finding('b', { message: 1 })]): Store {
  const [cause = null] = findings;
  const told = verdict('It failed.', 'bad', cause);
  const session = new Session(
    fixedAnalysis({ flows: [analysedFlow({ findings, verdict: told, outcome: 'failed' })] }),
  );
  session.flush();
  const store = new Store(loadSettings(), session);
  render(<App store={store} />);
  return store;
}

const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);
const counts = () =>
  Object.fromEntries(
    ['flow', 'verdict', 'step'].map((id) => [id, screen.queryAllByTestId(id).length]),
  );

describe('a part of the panel that fails', () => {
  it('in the messages leaves the list and the verdict', () => {
    vi.mocked(findingTree).mockImplementation(fail);
    const store = show();
    store.openStep('any');
    expect(counts()).toEqual({ flow: 1, verdict: 1, step: 0 });
    expect(alerts()).toEqual([
      expect.stringContaining(
        'Grantscope could not show the messages of this flow (the defect). This is a defect of Grantscope',
      ),
    ]);
  });

  it('in the verdict leaves list and messages', () => {
    vi.mocked(ownerWord).mockImplementation(fail);
    show();
    expect(counts()).toEqual({ flow: 1, verdict: 0, step: 4 });
    expect(alerts()).toEqual([expect.stringContaining('not show the verdict of this flow')]);
  });

  it('in the list leaves the flow', () => {
    vi.mocked(flowTree).mockImplementation(fail);
    show();
    expect(counts()).toMatchObject({ flow: 0, verdict: 1 });
    expect(alerts()).toEqual([expect.stringContaining('not show the list of flows')]);
  });

  it('in the filter shows every flow', async () => {
    vi.mocked(passes).mockImplementation(fail);
    const store = show();
    store.settings.filter.value = 'anything';
    await screen.findByText(/Grantscope could not apply the filter \(the defect\)/);
    expect(counts()).toMatchObject({ flow: 1, verdict: 1 });
  });

  it('in the messages outside flows leaves the flows', () => {
    vi.mocked(outsideFlow).mockImplementation(fail);
    show();
    expect(counts()).toMatchObject({ flow: 1, verdict: 1 });
    expect(alerts()).toEqual([
      expect.stringContaining('could not show the messages outside any flow (the defect)'),
    ]);
  });

  it('in one tab of a message leaves the other tabs', () => {
    vi.mocked(tokensOf).mockImplementation(fail);
    show();
    fireEvent.click(screen.getAllByTestId('step')[0]?.querySelector('button') as HTMLElement);
    expect(screen.getByRole('tab', { name: 'Parameters' })).toBeTruthy();
    const detail = within(screen.getByTestId('detail'));
    fireEvent.click(detail.getByRole('tab', { name: 'Tokens' }));
    expect(alerts()).toEqual([expect.stringContaining('could not show the tab “Tokens”')]);
  });
});

it('names Grantscope as the owner of its own failures', () => {
  show([internalFinding({ what: 'run the check x', error: 'the defect' })]);
  fireEvent.click(screen.getByRole('button', { name: /Grantscope could not run the check x/ }));
  expect(screen.getByTestId('finding').textContent).toMatch(/OwnerGrantscopeConfidence/);
});
