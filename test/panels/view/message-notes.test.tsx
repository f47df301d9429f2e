import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { relationWord } from '../../../src/words/relations.ts';
import { crossAppChain, deviceLogin, nonceRetries } from '../../flow/recordings.ts';
import { snapshotOf } from '../../helpers/analyse.ts';
import { exchange } from '../../helpers/exchanges.ts';
import { form, jwt } from '../../traffic/sketch.ts';
import { openPanel } from '../panel.tsx';

const notesOf = (container: Element, step: number): readonly string[] => {
  const row = container.querySelectorAll<HTMLElement>('[data-step]')[step];
  if (!row) throw new Error(`no step ${step}`);
  fireEvent.click(row);
  return screen.queryAllByTestId('message-note').map(({ textContent }) => textContent ?? '');
};

describe('the notes of a message', () => {
  it('names how the client authenticated', () => {
    const { container } = openPanel([
      exchange(0, {
        url: 'https://as.example.com/token',
        body: 'grant_type=client_credentials&client_secret=s3cr3t-of-the-service',
        headers: { authorization: `Basic ${btoa('svc:s3cr3t-of-the-service')}` },
        answerBody: { access_token: 'at-of-the-service', token_type: 'Bearer' },
      }),
    ]);
    expect(notesOf(container, 0)).toEqual([
      'Client authentication: client_secret_basic and client_secret_post',
    ]);
  });

  it('names the step that a request repeats with a nonce, and calls neither failed', () => {
    const { container } = openPanel(nonceRetries(0, 'one').slice(3));
    expect(notesOf(container, 1)).toEqual([
      'Client authentication: none',
      'DPoP proof: for POST https://as.example.com/token; nonce of step 1 ✓',
      'Repeats: step 1, which asked for a nonce',
    ]);
    expect(container.querySelectorAll('.answer.bad')).toHaveLength(0);
  });

  it('shows fine-grained access part by part, and each resource', () => {
    const details = [{ type: 'payment', actions: ['initiate', 'status'] }, { type: 'accounts' }];
    const resources = '&resource=https%3A%2F%2Fa.example.com&resource=https%3A%2F%2Fb.example.com';
    const query = form({
      response_type: 'code',
      client_id: 'bank',
      redirect_uri: 'https://app.example.com/cb',
      authorization_details: JSON.stringify(details),
    });
    const url = `https://as.example.com/authorize?${query}${resources}`;
    const { container } = openPanel([exchange(0, { url })]);
    notesOf(container, 0);
    expect(screen.getByText('Access 1: payment')).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Access 1' }).textContent).toContain(
      'initiate, status',
    );
    expect(screen.getByText('Access 2: accounts')).toBeTruthy();
    expect(container.textContent).toContain('https://a.example.com');
    expect(container.textContent).toContain('https://b.example.com');
  });

  it('does not call a poll that has to wait a failure', () => {
    const { container } = openPanel(deviceLogin(0, 'tv'));
    expect(screen.getAllByText('400 authorization_pending')).toHaveLength(1);
    expect(container.querySelectorAll('.answer.bad')).toHaveLength(0);
  });
});

describe('the chain of cross-app access', () => {
  it('is in one list, with the relation of each part', () => {
    const { flows } = snapshotOf(crossAppChain(0, 'ada'));
    expect(flows.map(({ flow }) => relationWord(flow))).toEqual([
      '',
      'exchanges its token',
      'uses its token as an assertion',
      'ends its session',
    ]);
  });
});

describe('the tokens of a message', () => {
  it('include an answer that is itself a JWT', () => {
    const answer = jwt({ iss: 'https://as.example.com', sub: 'sub-of-the-person' });
    const userinfo = exchange(1, {
      url: 'https://as.example.com/userinfo',
      headers: { authorization: 'Bearer access-of-the-person' },
      destination: 'empty',
      mode: 'cors',
      answer: { 'content-type': 'application/jwt' },
      answerBody: answer,
    });
    const token = exchange(0, {
      url: 'https://as.example.com/token',
      body: 'grant_type=client_credentials&client_id=svc',
      answerBody: { access_token: 'access-of-the-person', token_type: 'Bearer' },
    });
    const { container } = openPanel([token, userinfo]);
    expect(notesOf(container, 1)).toEqual(['Response: a signed JWT, not verified']);
    const detail = within(screen.getByTestId('detail'));
    fireEvent.click(detail.getByRole('tab', { name: 'Tokens' }));
    expect(screen.getByRole('table', { name: 'Token claims' }).textContent).toContain('iss');
    expect(container.innerHTML).not.toContain(answer);
  });
});
