import { describe, expect, it, vi } from 'vitest';
import { Store } from '../../../panels/oauth/model/store.ts';
import { startedAtTitle } from '../../../panels/oauth/view/time.ts';
import { TestRecorder } from '../panel.tsx';
import { CODE, login, START } from '../recording.ts';

const FLOW = ['authorization-request', 'authorization-response', 'token-request'];

/** The recording of a proxy behind the application's server, with a wrong clock. */
function backend(code: string, skew: number): File {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'https://app.example.com/callback',
  });
  const entry = {
    startedDateTime: new Date(START + 9_500 + skew).toISOString(),
    time: 20,
    request: {
      method: 'POST',
      url: 'https://as.example.com/token',
      headers: [
        { name: 'Content-Type', value: 'application/x-www-form-urlencoded' },
        { name: 'Authorization', value: 'Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW' },
      ],
      postData: { mimeType: 'application/x-www-form-urlencoded', text: form.toString() },
    },
    response: {
      status: 200,
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: {
        mimeType: 'application/json',
        text: '{"access_token":"at-of-the-server-1","token_type":"Bearer"}',
      },
    },
  };
  const log = {
    version: '1.2',
    creator: { name: 'mitmproxy', version: '11.0.2' },
    entries: [entry],
  };
  return new File([JSON.stringify({ log })], 'backend.har');
}

function open() {
  localStorage.clear();
  const store = new Store();
  const recorder = new TestRecorder(login().slice(0, 2));
  store.connect(recorder);
  store.live.flush();
  return { store, recorder };
}

const kinds = ({ flows }: Store) =>
  flows.value.map(({ flow }) => flow.messages.map(({ kind }) => kind));
const clockGaps = ({ snapshot }: Store) =>
  snapshot.value.gaps.filter(({ kind }) => kind === 'clock').map(({ text }) => text);

describe('a HAR of the back channel, dropped on the live recording', () => {
  it('joins it by the code, even with a wrong clock', async () => {
    const { store } = open();
    expect(store.flows.value.map(({ outcome }) => outcome)).toEqual(['unknown']);
    await store.import([backend(CODE, -724_000)]);
    expect(store.file.value).toBeNull();
    expect(kinds(store)).toEqual([FLOW]);
    expect(store.flows.value.map(({ outcome }) => outcome)).toEqual(['succeeded']);
    expect(clockGaps(store)).toEqual([expect.stringContaining('backend.har runs at least 12 min')]);
    const token = store.flows.value[0]?.flow.tokenRequests[0]?.exchange;
    expect(token && startedAtTitle(token).split('\n').slice(1)).toEqual([
      '2026-01-05 14:02:20.400 UTC',
      'its recorder wrote 2026-01-05 13:50:16.500 UTC',
    ]);
    expect(store.said.value.text).toBe('backend.har was added to this recording');
  });

  it('disappears with the recording that it joined, and returns with it', async () => {
    const { store } = open();
    await store.import([backend(CODE, 0)]);
    store.clear();
    expect(store.flows.value).toEqual([]);
    store.undoClear();
    store.live.flush();
    expect(kinds(store)).toEqual([FLOW]);
  });

  it('lets the recording continue', async () => {
    const { store, recorder } = open();
    await store.import([backend(CODE, 600_000)]);
    recorder.record(login({ prefix: 'b', at: 60_000, state: 'st-other-12', code: 'co-other-12' }));
    await vi.waitFor(() => expect(store.flows.value).toHaveLength(2), 10_000);
    expect(kinds(store)[0]).toEqual(FLOW);
  });

  it('is a separate recording when it has nothing in common with the shown one', async () => {
    const { store } = open();
    await store.import([backend('co-of-nobody-123', 0)]);
    expect(store.file.value?.name).toBe('backend.har');
    expect(kinds(store)).toEqual([['token-request']]);
    store.closeFile();
    expect(kinds(store)).toEqual([FLOW.slice(0, 2)]);
  });

  it('joins the files that are shown', async () => {
    const { store } = open();
    await store.import([backend('co-first-file-12', 0)]);
    const again = backend('co-first-file-12', 0);
    await store.import([new File([again], 'copy.har')]);
    expect(store.file.value?.name).toBe('backend.har, copy.har');
    expect(kinds(store)).toEqual([['token-request']]);
  });
});
