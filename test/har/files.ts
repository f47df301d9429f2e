/** A small HAR as Chromium's DevTools writes it, with its sensitive data. */
export function harOf(entries: readonly unknown[], creator: unknown = CHROMIUM): object {
  return { log: { version: '1.2', creator, pages: [], entries } };
}

export const CHROMIUM = { name: 'WebInspector', version: '537.36' };
export const FIREFOX = { name: 'Firefox', version: '153.7.0' };

/** An entry of an invented token request. Every number gives another one. */
export function tokenEntry(number = 0): object {
  return {
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    time: 10,
    _resourceType: 'fetch',
    request: {
      method: 'POST',
      url: `https://as.example.com/token?n=${number}`,
      headers: [
        { name: 'Host', value: 'as.example.com' },
        { name: 'Authorization', value: 'Basic aW52ZW50ZWQ6c2VjcmV0' },
      ],
      postData: {
        mimeType: 'application/x-www-form-urlencoded',
        text: 'grant_type=authorization_code&code="{[\\"}]\\\\',
      },
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      content: { size: 30, mimeType: 'application/json', text: '{"access_token":"invented"}' },
      _error: null,
    },
  };
}
