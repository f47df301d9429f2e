import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { App } from '../../panels/oauth/components/frame/app.tsx';
import { Session } from '../../panels/oauth/model/session.ts';
import { loadSettings } from '../../panels/oauth/model/settings.ts';
import { Store } from '../../panels/oauth/model/store.ts';
import type { Snapshot } from '../../src/analysis/analysis.ts';
import type { AnalysedFlow } from '../../src/conclusion/analysed-flow.ts';
import { verdict } from '../helpers/verdicts.ts';
import { analysedFlow, finding, fixedAnalysis } from './fixtures.ts';
import { axeProblems } from './panel.tsx';
import { CODE } from './recording.ts';

function show(snapshot: Partial<Snapshot>) {
  cleanup();
  localStorage.clear();
  const session = new Session(fixedAnalysis(snapshot));
  session.flush();
  const store = new Store(loadSettings(), session);
  return { ...render(<App store={store} />), store };
}

const stepsOf = () => screen.getAllByTestId('step');

describe('findings', () => {
  it('are under their step, with their consequences under them', () => {
    const cause = finding('cause', { message: 0 });
    const analysed = analysedFlow({
      findings: [
        finding('effect', { message: 2, causedBy: cause }),
        cause,
        finding('other', { message: 2, severity: 'warning' }),
        finding('whole', { message: null, severity: 'info' }),
      ],
    });
    show({ flows: [analysed] });
    const [first, , third] = stepsOf();
    const names = (step: HTMLElement | undefined) =>
      within(step as HTMLElement)
        .queryAllByTestId('finding')
        .map(({ dataset }) => dataset.check);
    expect(names(first)).toEqual(['cause', 'effect']);
    expect(names(third)).toEqual(['other']);
    expect(third?.textContent).toContain('Title of effect: consequence of step 1');
    expect(screen.getByText(/step 3:/)).toBeTruthy();
    expect(screen.getAllByTestId('finding')[0]?.closest('[data-testid="step"]')).toBeNull();
  });

  it('and the verdict quote no secret', async () => {
    const observed = `The code ${CODE} was used twice, in ?code=${CODE}&x=1`;
    const cause = finding('code-reused', { message: 2, observed, fix: `Do not send ${CODE}.` });
    const told = verdict(`${cause.title}: ${observed}.`, 'bad', cause);
    const analysed = analysedFlow({ findings: [cause], verdict: told, outcome: 'failed' });
    const { container } = show({ flows: [analysed] });
    fireEvent.click(within(screen.getByTestId('finding')).getAllByRole('button')[0] as HTMLElement);
    expect(container.innerHTML).not.toContain(CODE);
    expect(screen.getByTestId('verdict').textContent).toContain('••••••••de (27 characters)');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('are followed by what else to look at, when the cause is not certain', async () => {
    const cause = finding('a', { certainty: 'likely', message: 2, fix: `Not ${CODE}.` });
    const told = verdict('It failed.', 'bad', cause);
    const { container } = show({ flows: [analysedFlow({ findings: [cause], verdict: told })] });
    const hints = screen.getByText('What else to look at').closest('details');
    expect(hints?.open).toBe(false);
    expect(hints?.querySelectorAll('li').length).toBeGreaterThan(0);
    expect(await axeProblems(container)).toEqual([]);
    show({ flows: [analysedFlow({ verdict: verdict('It worked.', 'good') })] });
    expect(screen.queryByText('What else to look at')).toBeNull();
  });

  it('link to specifications only', () => {
    const specs = [
      { label: 'RFC 6749', url: 'https://www.rfc-editor.org/rfc/rfc6749.html' },
      { label: 'evil', url: 'javascript:alert(1)' },
    ];
    const cause = finding('a', { specs });
    const analysed = analysedFlow({
      findings: [cause],
      verdict: verdict('It failed.', 'bad', cause),
    });
    const { container } = show({ flows: [analysed] });
    const links = [...container.querySelectorAll<HTMLAnchorElement>('a[target]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://www.rfc-editor.org/rfc/rfc6749.html',
      '../../docs/checks/a.html',
    ]);
  });
});

describe('an unknown', () => {
  it('is shown where it would have been judged', () => {
    const unclear = [{ check: 'id-token-expired', message: 2, reason: 'The body was not read' }];
    show({ flows: [analysedFlow({ unclear, verdict: verdict('It failed.', 'bad') })] });
    expect(stepsOf()[2]?.textContent).toContain('The body was not read');
    expect(stepsOf()[2]?.textContent).toContain('1 check could not run');
    expect(stepsOf()[0]?.textContent).not.toContain('could not run');
  });
});

describe('findings outside any flow', () => {
  const outsideOf = (
    findings: readonly ReturnType<typeof finding>[],
    flows: AnalysedFlow[] = [],
  ) => {
    const message = analysedFlow({}).flow.messages[3];
    if (!message) throw new Error('The login has an API call.');
    return show({
      flows,
      outside: findings.map((one) => ({ finding: one, message })),
      loose: [message],
    });
  };

  it('have a separate row, which is selected first when only they are errors', () => {
    outsideOf([finding('api-401-no-token')], [analysedFlow({})]);
    const rows = screen.getAllByTestId('flow');
    expect(rows.map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    expect(screen.getByTestId('finding').dataset.check).toBe('api-401-no-token');
    expect(screen.getByTestId('counts').textContent).toBe('1 failed · 1 flow');
  });

  it('come after a flow that failed, and after all flows when they are no errors', () => {
    const failed = verdict('It failed.', 'bad', finding('a'));
    outsideOf([finding('wrong')], [analysedFlow({ verdict: failed, outcome: 'failed' })]);
    const selected = () =>
      screen.getAllByTestId('flow').map((row) => row.getAttribute('aria-selected'));
    expect(selected()).toEqual(['true', 'false']);
    outsideOf([finding('weak', { severity: 'warning' })], [analysedFlow({})]);
    expect(selected()).toEqual(['true', 'false']);
  });

  it('are named in the row and in the verdict, the worst one first', () => {
    const warning = finding('weak', { severity: 'warning' });
    outsideOf([warning, finding('wrong', { severity: 'error', owner: 'client' })]);
    expect(screen.getByTestId('flow').textContent).toContain('Title of wrong');
    const said = screen.getByTestId('verdict').closest('section')?.textContent;
    expect(said).toContain('Title of wrong');
    expect(said).toContain('1 more finding');
    expect(said).toContain('the client');
  });
});

describe('messages outside any flow', () => {
  it('are shown without a grant', () => {
    const { messages } = analysedFlow({}).flow;
    show({ loose: messages.slice(-1) });
    const row = screen.getByTestId('flow');
    expect(row.textContent).toContain('Not part of a flow');
    expect(row.textContent).toContain('1 message without a finding');
    expect(row.textContent).not.toContain('authorization code');
    fireEvent.click(row);
    expect(screen.getAllByTestId('step').map(({ dataset }) => dataset.kind)).toEqual(['api-call']);
  });
});

describe('a federated login', () => {
  it('is listed under its flow', () => {
    const outer = analysedFlow({});
    const child = (id: string, parent: string): AnalysedFlow => ({
      ...outer,
      flow: { ...outer.flow, id, parent },
    });
    show({ flows: [child('x', 'y'), child('y', 'x'), outer, child('inner', outer.flow.id)] });
    const ids = screen.getAllByTestId('flow').map(({ dataset }) => dataset.flowId);
    expect(ids).toEqual([outer.flow.id, 'inner', 'x', 'y']);
  });
});

describe('a defect in one region', () => {
  it('leaves the others intact', () => {
    const analysed = analysedFlow({});
    const broken = {
      ...analysed,
      flow: { ...analysed.flow, id: 'broken', client: 'broken-client' },
      get unclear(): never {
        throw new Error('defect');
      },
    };
    show({ flows: [analysed, broken] });
    expect(screen.getByRole('alert').textContent).toContain(
      'Grantscope could not show the messages of this flow (defect)',
    );
    fireEvent.click(screen.getAllByTestId('flow')[0] as HTMLElement);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(stepsOf().length).toBeGreaterThan(0);
  });
});

describe('many flows', () => {
  it('are drawn in part, with the selected one', () => {
    const one = analysedFlow({});
    const flows = Array.from({ length: 700 }, (_, index) => ({
      ...one,
      flow: { ...one.flow, id: `f${index}` },
    }));
    show({ flows });
    const rows = screen.getAllByTestId('flow');
    expect(rows.length).toBeLessThan(100);
    expect(rows.at(-1)?.dataset.flowId).toBe('f699');
    expect(rows.at(-1)?.getAttribute('aria-posinset')).toBe('700');
    expect(rows.at(-1)?.getAttribute('aria-setsize')).toBe('700');
  });
});
