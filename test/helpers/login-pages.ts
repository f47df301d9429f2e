/** A login page whose body matters only at a known login server. */
export const LOGIN_PAGE = '<form method="post"><input type="password" name="password"></form>';

const SERVER = 'https://as.example.com';

/** A HAR file of an authorization request that leads to a login page. */
export function requestHar(): string {
  const url = `${SERVER}/authorize?response_type=code&client_id=s6BhdRkqt3&state=af0ifjsldkj`;
  return har(0, url, { status: 302, headers: [{ name: 'Location', value: '/sign-in' }] });
}

/** A HAR file of that login page alone. */
export function loginPageHar(): string {
  const content = { size: LOGIN_PAGE.length, mimeType: 'text/html', text: LOGIN_PAGE };
  const headers = [{ name: 'Content-Type', value: 'text/html' }];
  return har(1, `${SERVER}/sign-in`, { status: 200, headers, content });
}

function har(second: number, url: string, response: object): string {
  const entry = {
    startedDateTime: new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString(),
    time: 20,
    _resourceType: 'document',
    request: { method: 'GET', url, headers: [] },
    response,
  };
  const creator = { name: 'WebInspector', version: '537.36' };
  return JSON.stringify({ log: { version: '1.2', creator, entries: [entry] } });
}
