import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { axeProblems, openPanel } from './panel.tsx';
import { ACCESS_TOKEN, CODE, login, OTHER_VERIFIER, STATE } from './recording.ts';

const refused = () => login({ refused: true, verifier: OTHER_VERIFIER });

describe('a failed login', () => {
  it('is shown at once, with its cause as the verdict', () => {
    openPanel([
      ...login({ prefix: 'z', at: -60_000, state: 'st-other-1234', code: 'co-other-12' }),
      ...refused(),
    ]);
    expect(screen.getByTestId('verdict').dataset.cause).toBe('pkce-verifier-mismatch');
    const rows = screen.getAllByTestId('flow');
    expect(rows.map(({ dataset }) => dataset.outcome)).toEqual(['succeeded', 'failed']);
    expect(rows[1]?.getAttribute('aria-current')).toBe('true');
  });

  it('has a step for each message and the finding under its own', () => {
    openPanel(refused());
    const steps = screen.getAllByTestId('step');
    expect(steps.map(({ dataset }) => dataset.kind)).toEqual([
      'authorization-request',
      'authorization-response',
      'token-request',
    ]);
    const findings = within(steps[2] as HTMLElement).getAllByTestId('finding');
    expect(findings.map(({ dataset }) => dataset.check)).toContain('pkce-verifier-mismatch');
    expect(findings[0]?.dataset.severity).toBe('error');
  });

  it('leads to the pages that the extension brings along', () => {
    openPanel(refused());
    const link = screen.getByRole('link', { name: 'Why this?' });
    expect(link.getAttribute('href')).toBe('../../docs/checks/pkce-verifier-mismatch.html');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('expands a finding to its fix', () => {
    openPanel(refused());
    const finding = screen.getAllByTestId('finding')[0] as HTMLElement;
    const row = within(finding).getAllByRole('button')[0] as HTMLElement;
    fireEvent.click(row);
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(within(finding).getByText('Fix')).toBeTruthy();
    expect(within(finding).getByText('Why it matters')).toBeTruthy();
  });

  it('shows no secret on any tab of any message until the user asks for it', () => {
    const { container } = openPanel(refused());
    for (const step of container.querySelectorAll<HTMLElement>('[data-step]')) {
      fireEvent.click(step);
      const tabs = within(screen.getByTestId('detail')).getAllByRole('tab');
      for (const name of tabs.map(({ textContent }) => textContent ?? '')) {
        fireEvent.click(screen.getByRole('tab', { name }));
        for (const secret of [CODE, STATE, OTHER_VERIFIER]) {
          expect(container.innerHTML, `${step.dataset.step} ${name}`).not.toContain(secret);
        }
      }
    }
  });

  it('passes axe with the message open, on every tab', { timeout: 30_000 }, async () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    for (const { textContent } of screen.getAllByRole('tab')) {
      fireEvent.click(screen.getByRole('tab', { name: textContent ?? '' }));
      expect(await axeProblems(container)).toEqual([]);
    }
  });
});

describe('a message', () => {
  it('reveals one value at a time', () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    fireEvent.click(screen.getByRole('button', { name: 'Reveal code' }));
    expect(screen.getByText(CODE)).toBeTruthy();
    expect(screen.queryByText(OTHER_VERIFIER)).toBeNull();
  });

  it('leads to the step that a value was compared with, and says it once', () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    const row = screen.getByRole('row', { name: /^code authorization|^code •/ });
    expect(row.textContent).toContain('the same as code of step 2');
    expect(within(row).getAllByRole('link', { name: 'step 2' })).toHaveLength(1);
  });

  it('marks the same value everywhere while the pointer is on it', () => {
    const { container } = openPanel(refused());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    const chip = screen.getAllByTitle(/^code: the same as code of step/)[0] as HTMLElement;
    fireEvent.mouseEnter(chip.closest('.same') as HTMLElement);
    expect(container.querySelectorAll('.same.on').length).toBe(3);
    fireEvent.mouseLeave(chip.closest('.same') as HTMLElement);
    expect(container.querySelectorAll('.same.on').length).toBe(0);
  });

  it('decodes tokens and says that they are not verified', () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`claim${i}`, i]));
    const jwt = `${part({ alg: 'RS256' })}.${part({ sub: 'u-1', ...claims })}.c2ln`;
    const exchanges = login().map((one) =>
      one.id === 'a3' && one.response
        ? {
            ...one,
            response: {
              ...one.response,
              body: { text: JSON.stringify({ access_token: jwt, token_type: 'Bearer' }) },
            },
          }
        : one,
    );
    const { container } = openPanel(exchanges);
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    const detail = within(screen.getByTestId('detail'));
    fireEvent.click(detail.getByRole('tab', { name: 'Tokens' }));
    expect(screen.getByTestId('signature').textContent).toContain('signature is not verified');
    expect(screen.getByText('claim0')).toBeTruthy();
    expect(screen.queryByText('claim5000')).toBeNull();
    expect(screen.getByText(/show 200 more of 9801 rows/)).toBeTruthy();
  });
});

describe('what comes from the network', () => {
  it('is text, whatever its content', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { container } = openPanel(
      login({ refused: true, client: evil, verifier: OTHER_VERIFIER }),
    );
    expect(screen.getByTestId('flow').textContent).toContain(evil);
    expect(container.querySelector('img')).toBeNull();
  });

  it('shows overrides of the text direction', () => {
    openPanel(login({ client: 'abc\u202Edcb' }));
    expect(screen.getByTestId('flow').textContent).toContain('abc⟨U+202E⟩dcb');
  });

  it('is cut when it is long', () => {
    const long = login().map((one) =>
      one.id === 'a2' && one.response
        ? { ...one, response: { ...one.response, body: { text: 'x'.repeat(50_000_000) } } }
        : one,
    );
    const { container } = openPanel(long);
    fireEvent.click(
      container.querySelector('[data-step^="authorization-response"]') as HTMLElement,
    );
    fireEvent.click(screen.getByRole('tab', { name: 'Response' }));
    expect(container.textContent?.length).toBeLessThan(40_000);
    expect(screen.getAllByText(/show more/).length).toBeGreaterThan(0);
  });
});

describe('an answer', () => {
  const answering = (text: string) =>
    openPanel(
      login().map((one) =>
        one.id === 'a3' && one.response
          ? { ...one, response: { ...one.response, body: { text } } }
          : one,
      ),
    );

  it('hides secrets at any depth', () => {
    const nested = {
      data: { access_token: ACCESS_TOKEN, list: [{ refresh_token: 'rt-1234567890' }] },
    };
    const { container } = answering(JSON.stringify(nested));
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    fireEvent.click(screen.getByRole('tab', { name: 'Response' }));
    expect(container.innerHTML).not.toContain(ACCESS_TOKEN);
    expect(container.innerHTML).not.toContain('rt-1234567890');
    fireEvent.click(screen.getByRole('button', { name: 'Reveal data' }));
    expect(container.textContent).toContain('rt-1234567890');
  });

  it('explains each of its members', () => {
    const { container } = openPanel(login());
    fireEvent.click(container.querySelector('[data-step^="token-request"]') as HTMLElement);
    fireEvent.click(screen.getByRole('tab', { name: 'Response' }));
    expect(screen.getByRole('row', { name: /^expires_in 3600 lifetime in seconds/ })).toBeTruthy();
  });
});

describe('a token', () => {
  it('is hidden in the API call that carries it', () => {
    const { container } = openPanel(login());
    fireEvent.click(container.querySelector('[data-step^="api-call"]') as HTMLElement);
    for (const tab of screen.getAllByRole('tab')) {
      fireEvent.click(tab);
      expect(container.innerHTML).not.toContain(ACCESS_TOKEN);
    }
  });
});
