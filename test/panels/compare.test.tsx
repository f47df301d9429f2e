import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { compareWithFiles } from '../../panels/oauth/actions/compare-files.ts';
import { s256 } from '../../src/http/digest.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login, OTHER_VERIFIER, STATE } from './recording.ts';
import { writtenHar } from './written-har.ts';
import '../../panels/oauth/model/import-files.ts';

/** A login that worked, with values of its own. */
function worked(options: Parameters<typeof login>[0] = {}) {
  const verifier = 'w0rked-JeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  return login({
    prefix: 'z',
    at: -60_000,
    state: 'st-worked-8sXrB1nQ5',
    code: 'co-worked-4uTqA8eJw2XsVb6N',
    challenge: s256(verifier),
    verifier,
    ...options,
  });
}

const refused = () => login({ refused: true, verifier: OTHER_VERIFIER });
const rowsOf = (name: string) =>
  within(screen.getByRole('article', { name })).getAllByRole('row').slice(1);

describe('comparing with the last attempt that worked', () => {
  it('is one press, and its first line says what differs', async () => {
    const { container } = openPanel([...worked(), ...refused()]);
    fireEvent.click(screen.getByTestId('compare-worked'));
    expect((await screen.findByTestId('compare-sentence')).textContent).toBe(
      'Nothing that was sent differs in a way that matters. The response to the token request (step 3) differs: "400 invalid_grant" (failed), "200 tokens" (worked).',
    );
    const [response] = rowsOf('token request');
    expect(response?.textContent).toContain('400 invalid_grant');
    expect(response?.textContent).toContain('200 tokens');
    expect(screen.queryByTestId('verdict')).toBeNull();
    expect(await axeProblems(container)).toEqual([]);
  });

  it('folds values that differ as they should, masked until they are revealed', async () => {
    const { container } = openPanel([...worked(), ...refused()]);
    fireEvent.click(screen.getByTestId('compare-worked'));
    await screen.findByTestId('compare-sentence');
    const region = screen.getByRole('article', { name: 'authorization request' });
    const fold = within(region).getByText(/values differ as they should/);
    const details = fold.closest('details') as HTMLDetailsElement;
    expect(details.querySelector('table')).toBeNull();
    details.open = true;
    fireEvent(details, new Event('toggle'));
    await waitFor(() => expect(details.querySelectorAll('tr[data-likeness="own"]').length).toBe(2));
    expect(container.innerHTML).not.toContain(STATE);
    fireEvent.click(within(details).getByRole('button', { name: 'Reveal state of A' }));
    expect(container.textContent).toContain(STATE);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('ends with Escape, and the flow is back', async () => {
    openPanel([...worked(), ...refused()]);
    fireEvent.click(screen.getByTestId('compare-worked'));
    await screen.findByTestId('compare-sentence');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByTestId('comparison')).toBeNull());
    expect(screen.getByTestId('verdict')).toBeTruthy();
  });

  it('is not offered without such an attempt', () => {
    openPanel([...worked({ client: 'another' }).slice(0, 1), ...refused()]);
    expect(screen.queryByTestId('compare-worked')).toBeNull();
    expect(screen.getByRole('button', { name: 'Compare ▾' })).toBeTruthy();
  });
});

describe('by keyboard', () => {
  it('any attempt is chosen from the menu, and a step of it opens', async () => {
    const { container, store } = openPanel([
      ...worked({
        prefix: 'y',
        at: -120_000,
        client: 'another',
        state: 'st-y1234567890',
        code: 'co-y1234567890abcd',
      }),
      ...worked(),
      ...refused(),
    ]);
    const menu = screen.getByTitle('Compare with another attempt, step by step');
    menu.focus();
    fireEvent.click(menu);
    const items = (await screen.findAllByRole('menuitem')).slice(0, 2);
    expect(items.map(({ textContent }) => textContent?.includes('another'))).toEqual([false, true]);
    await waitFor(() => expect(document.activeElement).toBe(items[0]));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(items[1]);
    fireEvent.click(items[1] as HTMLElement);
    expect((await screen.findByTestId('compare-sentence')).textContent).toMatch(
      /^The attempts are of different clients\./,
    );
    fireEvent.click(screen.getByTitle('Open step 3 of A'));
    await waitFor(() => expect(store.step.value?.index).toBe(2));
    expect(screen.getByTestId('comparison')).toBeTruthy();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await waitFor(() => expect(container.querySelector('.compare')).toBeNull());
  });
});

describe('two recordings', () => {
  it('a file is opened beside the shown recording, which stays', async () => {
    const { store } = openPanel(refused());
    const file = new File([writtenHar(worked())], 'yesterday.har');
    const input = screen.getByTestId('compare-file');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
    expect((await screen.findByTestId('compare-sentence')).textContent).toContain('(failed)');
    expect(store.file.value).toBeNull();
    expect(screen.getByTestId('comparison').textContent).toContain('(yesterday.har)');
    expect(screen.getAllByTestId('flow')).toHaveLength(1);
  });

  it('the live recording and files that were shown before can be chosen', async () => {
    const { store } = openPanel(worked());
    await store.import([new File([writtenHar(refused())], 'failed.har')]);
    fireEvent.click(await screen.findByRole('button', { name: 'Compare ▾' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^Live recording/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /^✔/ }));
    expect((await screen.findByTestId('comparison')).textContent).toContain('(Live recording)');
    store.closeFile();
    await waitFor(() => expect(screen.queryByTestId('comparison')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Compare ▾' }));
    expect(await screen.findByRole('menuitem', { name: /^failed\.har/ })).toBeTruthy();
  });

  it('a file without a flow changes nothing', async () => {
    const { store } = openPanel(refused());
    await compareWithFiles([new File([writtenHar([])], 'empty.har')], store);
    expect(store.said.value.text).toBe('empty.har has no flow');
    expect(screen.queryByTestId('comparison')).toBeNull();
  });
});

describe('the copied text', () => {
  it.each([
    [
      'Copy as text',
      /^Nothing that was sent[\s\S]*\n {2}Response\n {4}A: 400 invalid_grant\n {4}B: 200 tokens/,
    ],
    [
      'Copy as Markdown',
      /^\*\*Nothing that was sent[\s\S]*\| Response \| `400 invalid_grant` \| `200 tokens` \|/,
    ],
  ])('of “%s” holds what differs and no secret', async (name, text) => {
    const copied: string[] = [];
    const writeText = async (one: string) => {
      copied.push(one);
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    openPanel([...worked(), ...refused()]);
    fireEvent.click(screen.getByTestId('compare-worked'));
    fireEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toMatch(text);
    expect(copied[0]).not.toContain(STATE);
    Reflect.deleteProperty(navigator, 'clipboard');
  });
});
