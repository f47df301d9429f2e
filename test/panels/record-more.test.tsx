import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Gap } from '../../src/http/exchange.ts';
import { axeProblems, openPanel } from './panel.tsx';
import { login } from './recording.ts';

const popup: Gap = { kind: 'popup', text: 'This login continued in a popup.', at: 1_000 };

function openWithGap(gap: Gap = popup) {
  const panel = openPanel(login());
  panel.recorder.background('off');
  panel.recorder.gap(gap);
  panel.store.live.flush();
  return panel;
}

async function openSwitch() {
  const panel = openPanel(login());
  fireEvent.click(screen.getByTestId('settings'));
  const name = 'Also record popups, workers and missing responses';
  return { ...panel, control: await screen.findByRole('switch', { name }) };
}

afterEach(() => vi.unstubAllGlobals());

describe('the offer to record more', () => {
  it('says which gaps it closes, and asks when it is pressed', async () => {
    const { container, recorder } = openWithGap();
    const offer = await screen.findByTestId('offer');
    expect(screen.getByTestId('gap').textContent).toContain(popup.text);
    expect(offer.parentElement?.textContent).toContain('login in another window');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(offer);
    expect(recorder.asked).toEqual(['ask for background']);
  });

  it('asks in the panel itself if the browser allows that', async () => {
    const request = vi.fn(async () => true);
    const getManifest = () => ({
      optional_permissions: ['webNavigation'],
      optional_host_permissions: ['<all_urls>'],
    });
    vi.stubGlobal('chrome', { permissions: { request }, runtime: { getManifest } });
    const { recorder, store } = openWithGap();
    fireEvent.click(await screen.findByTestId('offer'));
    expect(request).toHaveBeenCalledWith({
      permissions: ['webNavigation'],
      origins: ['<all_urls>'],
    });
    expect(recorder.asked).toEqual([]);
    await waitFor(() => expect(store.said.value.text).not.toBe(''));
  });

  it('does not appear where no recorder helps, nor when the recorder is on', async () => {
    const { recorder } = openWithGap({ ...popup, kind: 'paused' });
    expect(screen.queryByTestId('offer')).toBeNull();
    recorder.gap(popup);
    recorder.background('on');
    await waitFor(() => expect(screen.getAllByTestId('gap')).toHaveLength(2));
    expect(screen.queryByTestId('offer')).toBeNull();
  });
});

describe('the setting', () => {
  it('says whether more is recorded, and switches it', async () => {
    const { container, control, recorder } = await openSwitch();
    expect(control).toHaveProperty('disabled', true);
    recorder.background('off');
    await waitFor(() => expect(control).toHaveProperty('disabled', false));
    expect(control.getAttribute('aria-checked')).toBe('false');
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(control);
    recorder.background('on');
    await waitFor(() => expect(control.getAttribute('aria-checked')).toBe('true'));
    fireEvent.click(control);
    expect(recorder.asked).toEqual(['ask for background', 'stop background']);
  });
});
