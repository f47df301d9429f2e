import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { clean, refused } from './logins.ts';
import { axeProblems, openPanel } from './panel.tsx';

describe('a HAR file', () => {
  const har = (text: string, name = 'login.har') => new File([text], name);
  const entry = (url: string, status: number, location?: string) => ({
    startedDateTime: '2026-01-05T14:00:00.000Z',
    time: 5,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: location ? [{ name: 'Location', value: location }] : [],
      cookies: [],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: 0,
    },
    cache: {},
    timings: { send: 0, wait: 5, receive: 0 },
  });
  const url =
    'https://as.example.com/authorize?response_type=code&client_id=from-file&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb&state=st-file-123456';
  const back = 'https://app.example.com/cb?error=access_denied&state=st-file-123456';
  const good = JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: [entry(url, 302, back), entry(back, 200)],
    },
  });

  const choose = (container: Element, files: readonly File[]) => {
    const input = container.querySelector('input[type=file]') as HTMLInputElement;
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    fireEvent.change(input);
  };

  it('is shown in place of the live recording, which continues in the background', async () => {
    const { container, recorder, store } = openPanel(refused());
    choose(container, [har(good)]);
    await screen.findByTestId('file-bar');
    expect(screen.getByTestId('flow').textContent).toContain('from-file');
    recorder.record(clean('n', 90_000));
    fireEvent.click(screen.getByRole('button', { name: 'Back to the live recording' }));
    await waitFor(() => expect(screen.getAllByTestId('flow')).toHaveLength(2));
    expect(store.file.value).toBeNull();
  });

  it('is read when it is compressed', async () => {
    const { container } = openPanel();
    const stream = new Blob([good]).stream().pipeThrough(new CompressionStream('gzip'));
    const bytes = await new Response(stream).arrayBuffer();
    choose(container, [new File([bytes], 'login.har.gz')]);
    await screen.findByTestId('file-bar');
    expect(screen.getByTestId('flow').textContent).toContain('from-file');
  });

  it('that is not HAR is refused with a reason, and the recording stays', async () => {
    const { container } = openPanel(refused());
    choose(container, [har('<html>not a HAR</html>', 'page.html')]);
    const error = await screen.findByTestId('import-error');
    expect(error.textContent).toContain('page.html');
    expect(screen.getAllByTestId('flow')).toHaveLength(1);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('can be cancelled while it is read', async () => {
    const { container, store } = openPanel(refused());
    const chunk = new TextEncoder().encode(' '.repeat(1_000));
    const endless = {
      name: 'endless.har',
      size: 1_000_000,
      stream: () => new ReadableStream({ pull: (controller) => controller.enqueue(chunk) }),
    };
    choose(container, [endless as unknown as File]);
    const bar = await screen.findByTestId('import-progress');
    await waitFor(() =>
      expect(bar.textContent).toMatch(/endless\.har.*[\d.]+ MB of 1\.0 MB, \d+ requests/),
    );
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(within(bar).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByTestId('import-progress')).toBeNull();
    expect(store.importError.value).toBeNull();
    expect(screen.getAllByTestId('flow')).toHaveLength(1);
  });
});
