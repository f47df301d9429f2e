import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { axeProblems, openPanel } from './panel.tsx';
import { login } from './recording.ts';

describe('the client library', () => {
  it('is named under the verdict when a request names it', async () => {
    const named = login().map((one) =>
      one.request.url.includes('response_type=')
        ? {
            ...one,
            request: {
              ...one.request,
              url: `${one.request.url}&x-client-SKU=msal.js.browser&x-client-VER=3.10.0`,
            },
          }
        : one,
    );
    const { container } = openPanel(named);
    expect(screen.getByTestId('client-library').textContent).toBe(
      'Client library: msal.js.browser 3.10.0',
    );
    expect(await axeProblems(container)).toEqual([]);
  });

  it('is left out when none does', () => {
    openPanel(login());
    expect(screen.queryByTestId('client-library')).toBeNull();
  });
});
