import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { axeProblems, openPanel } from '../panel.tsx';
import { login } from '../recording.ts';

const PLACE = 'https://as.example.com/.well-known/openid-configuration';
const METADATA = {
  issuer: 'https://as.example.com/the-issuer',
  authorization_endpoint: 'https://as.example.com/authorize',
  jwks_uri: 'https://as.example.com/keys-of-it',
};

const answer = (body: object | string, init: ResponseInit = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), init);

/** Stands in for the network, and remembers what it was asked. */
function network(reply: () => Response | Promise<Response>) {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async () => reply());
}

afterEach(() => vi.restoreAllMocks());

describe('the metadata of a server', () => {
  it('is fetched only when the button that names its URL is pressed, and used', async () => {
    const fetched = network(() => answer(METADATA));
    const { container, store } = openPanel(login());
    const button = await screen.findByRole('button', { name: `Fetch ${PLACE}` });
    expect(fetched).not.toHaveBeenCalled();
    expect(await axeProblems(container)).toEqual([]);
    fireEvent.click(button);
    const keys = await screen.findByRole('button', { name: `Fetch ${METADATA.jwks_uri}` });
    expect(fetched).toHaveBeenCalledTimes(1);
    const [url, options] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(PLACE);
    expect(options).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(store.current.value?.flow.authorizationServer).toBe(METADATA.issuer);
    expect(container.querySelector('.server-documents')?.textContent).toContain('not by the page');
    expect(screen.getAllByTestId('step').at(-1)?.textContent).toContain(
      'metadata request, fetched by Grantscope',
    );
    fetched.mockImplementation(async () => answer({ keys: [{ kty: 'RSA', n: 'AQ', e: 'AQAB' }] }));
    fireEvent.click(keys);
    await waitFor(() =>
      expect(screen.getAllByTestId('step').at(-1)?.textContent).toContain('key set (JWKS) request'),
    );
    expect(screen.queryByTestId('fetch')).toBeNull();
  });

  it('disappears with the recording', async () => {
    network(() => answer(METADATA));
    const { store, recorder } = openPanel(login());
    fireEvent.click(await screen.findByTestId('fetch'));
    await waitFor(() => expect(store.current.value?.flow.metadata).not.toBeNull());
    store.clear();
    recorder.record(login());
    store.live.flush();
    expect(store.current.value?.flow.metadata).toBeNull();
  });

  it.each([
    ['a page', () => answer('<h1>Hello</h1>'), 'no metadata of a server'],
    ['an error', () => answer('', { status: 404 }), 'the server answered 404'],
    [
      'another server',
      () => answer({ ...METADATA, authorization_endpoint: 'https://as.example.com/other' }),
      'it describes another server',
    ],
    ['too much', () => answer('x'.repeat(1_000_001)), 'larger than a megabyte'],
    [
      'nothing, because the browser refuses',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'does not allow other origins',
    ],
  ])('is not used when %s arrives', async (_, reply, reason) => {
    network(reply);
    const { container, store } = openPanel(login());
    fireEvent.click(await screen.findByTestId('fetch'));
    const failure = await screen.findByTestId('fetch-failed');
    expect(failure.textContent).toContain(reason);
    expect(failure.textContent).toContain(PLACE);
    expect(store.current.value?.flow.messages).toHaveLength(4);
    expect(await axeProblems(container)).toEqual([]);
  });

  it('has a limited waiting time', async () => {
    let signal: AbortSignal | null | undefined;
    vi.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
      signal = init?.signal;
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal?.reason));
      });
    });
    openPanel(login());
    fireEvent.click(await screen.findByTestId('fetch'));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(signal?.aborted).toBe(true);
    expect(await screen.findByTestId('fetch')).toBeTruthy();
    expect(screen.queryByTestId('fetch-failed')).toBeNull();
  });

  it('is offered at its other possible addresses', async () => {
    network(() => answer(METADATA));
    openPanel(login());
    await screen.findByTestId('fetch');
    const other = 'https://as.example.com/.well-known/oauth-authorization-server';
    expect(screen.getByTestId('fetch-elsewhere').textContent).toBe(`Fetch ${other}`);
  });
});
