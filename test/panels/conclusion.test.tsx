import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { timeOfDay } from '../../panels/oauth/view/time.ts';
import { s256 } from '../../src/http/digest.ts';
import { refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { CODE, login, OTHER_VERIFIER, START, STATE } from './recording.ts';

const verdict = () => screen.getByRole('region', { name: 'Verdict' });
const inVerdict = () => within(verdict());

/** Two logins at once: the second one sends the verifier of the first. */
const mixedUp = () => [
  ...login({
    prefix: 'z',
    at: -4_000,
    state: 'st-other-1234',
    code: 'co-other-12',
    verifier: OTHER_VERIFIER,
    challenge: s256(OTHER_VERIFIER),
  }),
  ...refused(),
];

describe('the conclusion', () => {
  it('has cause, evidence, fix, owner and confidence without a click', async () => {
    const { container } = openPanel(refused());
    const text = verdict().textContent ?? '';
    expect(text).toContain('code_verifier does not match code_challenge');
    expect(text).toContain('The hash of code_verifier is not the code_challenge of this attempt.');
    expect(text).toContain('Do this: ');
    expect(text).toContain('Owner: the client');
    expect(text).toContain('Confidence: certain (calculated)');
    expect(await axeProblems(container)).toEqual([]);
  });

  it('has one sign, and the login that worked is not its headline', () => {
    openPanel(refused());
    expect(verdict().querySelectorAll('.headline .sign')).toHaveLength(1);
    expect(verdict().querySelector('.headline')?.textContent).toMatch(/^✖ code_verifier/);
  });

  it('leads to the step of the cause', async () => {
    const { store } = openPanel(refused());
    fireEvent.click(inVerdict().getByRole('link', { name: 'step 3 ↗' }));
    expect(store.step.value?.index).toBe(2);
    await waitFor(() =>
      expect(document.activeElement?.getAttribute('data-step')).toBe(store.stepKey.value),
    );
  });

  it('leads to the other attempt, with the time that the list shows', () => {
    const { store } = openPanel(mixedUp());
    const link = inVerdict().getByRole('link', { name: /^the attempt that started 4 s before/ });
    const time = timeOfDay(START - 4_000);
    expect(link.textContent).toContain(`(${time})`);
    const row = screen.getAllByTestId('flow')[0]?.textContent?.replace('\n', ' ');
    expect(row).toContain(time);
    fireEvent.click(link);
    expect(store.current.value?.flow.startedAt).toBe(START - 4_000);
  });

  it('shows no secret', () => {
    openPanel(mixedUp());
    for (const secret of [CODE, STATE, OTHER_VERIFIER]) {
      expect(verdict().innerHTML).not.toContain(secret);
    }
  });
});

describe('a hidden cause', () => {
  it('is said to be hidden, and shown again from there', () => {
    const { store } = openPanel(refused());
    act(() => store.hideCheck('pkce-verifier-mismatch'));
    expect(verdict().textContent).toContain('The cause is hidden (pkce-verifier-mismatch)');
    expect(inVerdict().queryByText(/Do this/)).toBeNull();
    fireEvent.click(
      inVerdict().getByRole('button', { name: 'Show findings of pkce-verifier-mismatch' }),
    );
    expect(inVerdict().getByText(/Do this/)).toBeTruthy();
  });

  it('leaves its consequences under a row that names it', async () => {
    const { container, store } = openPanel(refused());
    act(() => store.hideCheck('pkce-verifier-mismatch'));
    const consequence = screen.getAllByTestId('finding')[0] as HTMLElement;
    const row = consequence.closest('.hidden-check');
    expect(row?.textContent).toContain('Consequences of a hidden finding (pkce-verifier-mismatch)');
    expect(await axeProblems(container)).toEqual([]);
  });
});

describe('values that were compared', () => {
  const finding = () => within(screen.getAllByTestId('finding')[0] as HTMLElement);

  it('stand in the finding, the hash beside the challenge', () => {
    openPanel(refused());
    const compared = finding().getByLabelText('Compared: differs');
    expect([...compared.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
      'S256(code_verifier)',
      'code_challenge',
    ]);
    expect(compared.textContent).toContain('(43 characters)');
  });

  it('are revealed one by one, in place', () => {
    openPanel(refused());
    const hash = s256(OTHER_VERIFIER);
    expect(screen.queryByText(hash)).toBeNull();
    fireEvent.click(finding().getByRole('button', { name: 'Reveal S256(code_verifier)' }));
    expect(finding().getByText(hash)).toBeTruthy();
  });

  it('have a mark at the chip and in the table of parameters', () => {
    const { container } = openPanel(refused());
    const row = container.querySelector('[data-step^="token-request"]') as HTMLElement;
    const chips = [...row.querySelectorAll('.chip.mono')].map(({ textContent }) => textContent);
    expect(chips).toContain('code_verifier ✖differs');
    expect(chips).toContain('code ✓equal');
    fireEvent.click(row);
    const cell = screen.getByRole('row', { name: /^code_verifier/ });
    expect(cell.textContent).toContain('✖ its S256 is not code_challenge of step 1');
  });
});

describe('a finding', () => {
  const row = () => document.querySelector('.finding-row') as HTMLElement;
  const button = () => within(row()).getAllByRole('button')[0] as HTMLElement;

  it('opens by a click on its text, and not by a click that ends a selection', () => {
    openPanel(refused());
    fireEvent.click(row());
    expect(button().getAttribute('aria-expanded')).toBe('true');
    const title = row().querySelector('.title') as HTMLElement;
    document.getSelection()?.selectAllChildren(title);
    fireEvent.click(row());
    expect(button().getAttribute('aria-expanded')).toBe('true');
    document.getSelection()?.removeAllRanges();
    fireEvent.click(row());
    expect(button().getAttribute('aria-expanded')).toBe('false');
  });

  it('is named by its title for screen readers', () => {
    openPanel(refused());
    expect(
      screen.getByRole('button', { name: 'code_verifier does not match code_challenge' }),
    ).toBe(button());
  });
});

describe('by keyboard alone', () => {
  let clipboard: string[] = [];
  beforeEach(() => {
    clipboard = [];
    const writeText = async (text: string) => void clipboard.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  });
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

  it('the conclusion is copied with its fix and its owner', async () => {
    openPanel(refused());
    const copy = inVerdict().getByRole('button', { name: 'Copy' });
    copy.focus();
    expect(document.activeElement).toBe(copy);
    fireEvent.click(copy);
    await waitFor(() => expect(clipboard).toHaveLength(1));
    const lines = (clipboard[0] ?? '').split('\n');
    expect(lines[0]).toBe('✖ code_verifier does not match code_challenge');
    expect(lines.find((line) => line.startsWith('Do this: '))).toBeTruthy();
    expect(lines).toContain('Owner: the client. Confidence: certain (calculated).');
    expect(lines.at(-1)).toMatch(/^RFC 7636 section 4\.6: https:/);
  });
});
