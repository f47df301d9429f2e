/** A request and its response, as far as a test cares. */
export interface Draft {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status?: number;
  readonly answer?: Readonly<Record<string, string>>;
  readonly text?: string;
  /** Milliseconds after the beginning of the request before. */
  readonly after?: number;
}

export const APP = 'https://app.example.com';

export const JSON_ANSWER = {
  'Content-Type': 'application/json',
  'Access-Control-Allow-Origin': APP,
};

function listOf(fields: Readonly<Record<string, string>> = {}) {
  return Object.entries(fields).map(([name, value]) => ({ name, value }));
}

function entryOf(draft: Draft, startedAt: number): object {
  const { method = 'GET', url, headers, body, status = 200, answer, text = '' } = draft;
  const mimeType = answer?.['Content-Type'] ?? 'text/html';
  const sent = body && { mimeType: 'application/x-www-form-urlencoded', text: body };
  const common = { httpVersion: 'HTTP/2', cookies: [], headersSize: -1, bodySize: -1 };
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: 40,
    request: {
      ...common,
      method,
      url,
      headers: listOf(headers),
      queryString: [],
      ...(sent && { postData: sent }),
    },
    response: {
      ...common,
      status,
      statusText: '',
      headers: listOf(answer),
      content: { size: text.length, mimeType, text },
      redirectURL: answer?.Location ?? '',
    },
    cache: {},
    timings: { send: 0, wait: 40, receive: 0 },
  };
}

/** A HAR file of requests that begin one after the other. */
export function harOf(drafts: readonly Draft[]): string {
  let time = Date.UTC(2026, 0, 5, 9);
  const entries = drafts.map((draft) => {
    time += draft.after ?? 300;
    return entryOf(draft, time);
  });
  const creator = { name: 'WebInspector', version: '537.36' };
  return JSON.stringify({ log: { version: '1.2', creator, pages: [], entries } });
}
