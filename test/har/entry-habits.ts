// biome-ignore lint/suspicious/noExplicitAny: habits put any value in any place of a HAR.
type Any = any;

/** A HAR that was parsed: any member may be changed. */
export type Json = { [name: string]: Any };

/** Changes every entry of a HAR. */
function eachEntry(change: (entry: Json, index: number) => unknown) {
  return (har: Json) =>
    JSON.stringify({ log: { ...har.log, entries: har.log.entries.map(change) } });
}

const each = (change: (entry: Json) => void) =>
  eachEntry((entry) => {
    change(entry);
    return entry;
  });

const object = (pairs: readonly { name: string; value: string }[]) =>
  Object.fromEntries(pairs.map(({ name, value }) => [name, value]));

/** Repeated fields in lists. */
function multi(pairs: readonly { name: string; value: string }[]): Json {
  const all: Json = {};
  for (const { name, value } of pairs) all[name] = name in all ? [all[name], value].flat() : value;
  return all;
}

const isForm = (text: unknown) => typeof text === 'string' && /^[\w.-]+=[^{<]*$/.test(text);
const form = (text: string) =>
  [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));

const withHeaders = (change: (headers: Any[]) => unknown) =>
  each(({ request, response }) => {
    request.headers = change(request.headers);
    response.headers = change(response.headers);
  });

const relative = (
  { request }: Json,
  scheme: (url: URL) => readonly { name: string; value: string }[],
) => {
  const url = new URL(request.url);
  if (!/^https?:$/.test(url.protocol)) return;
  request.headers = request.headers.filter(({ name }: Json) => !/^(?:host|:.*)$/i.test(name));
  request.headers.push({ name: 'Host', value: url.host }, ...scheme(url));
  request.url = request.url.slice(url.origin.length);
};

const posted = (change: (postData: Json, request: Json) => void) =>
  each(({ request }) => {
    if (request.postData) change(request.postData, request);
  });

/** What programs and scripts do to the entries of a HAR without a loss, by a name. */
export const ENTRY_HABITS: Readonly<Record<string, (har: Json) => string>> = {
  'the status as text': each(({ response }) => {
    response.status = String(response.status);
  }),
  'the status with its text': each(({ response }) => {
    response.status = `${response.status} ${response.statusText}`.trim();
  }),
  'the status line': each(({ response }) => {
    response.status = `HTTP/1.1 ${response.status} ${response.statusText}`;
  }),
  'the status in :status alone': each(({ response }) => {
    response.headers.unshift({ name: ':status', value: String(response.status) });
    delete response.status;
  }),
  'the status 0 beside :status': each(({ response }) => {
    if (response.status < 100) return;
    response.headers.unshift({ name: ':status', value: String(response.status) });
    response.status = 0;
  }),
  statusCode: each(({ response }) => {
    response.statusCode = response.status;
    delete response.status;
  }),
  'postData as text': posted(({ text }, request) => {
    request.postData = text;
  }),
  'postData.content': posted((postData) => {
    postData.content = postData.text;
    delete postData.text;
    delete postData.params;
  }),
  'postData as the parameters': posted(({ text }, request) => {
    if (isForm(text)) request.postData = object(form(text));
  }),
  'postData as a list of parameters': posted(({ text }, request) => {
    if (isForm(text)) request.postData = form(text);
  }),
  'params as an object': posted((postData) => {
    if (!isForm(postData.text)) return;
    postData.params = object(form(postData.text));
    delete postData.text;
  }),
  'text as the parameters': posted((postData) => {
    if (isForm(postData.text)) postData.text = object(form(postData.text));
  }),
  'request.body': posted(({ text }, request) => {
    request.body = text;
    delete request.postData;
  }),
  'request.body as an object': posted(({ text, mimeType }, request) => {
    request.body = { mimeType, text };
    delete request.postData;
  }),
  'request.body as the parameters': posted(({ text }, request) => {
    request.body = isForm(text) ? object(form(text)) : text;
    delete request.postData;
  }),
  'request.content': posted(({ text, mimeType }, request) => {
    request.content = { mimeType, text, size: text.length };
    delete request.postData;
  }),
  'JSON bodies that were parsed': each(({ response }) => {
    try {
      response.content.text = JSON.parse(response.content.text);
    } catch {}
  }),
  'response.body': each(({ response }) => {
    if (response.content?.encoding) return;
    response.body = response.content?.text;
    delete response.content;
  }),
  'content as text': each(({ response }) => {
    if (typeof response.content?.text === 'string' && !response.content.encoding)
      response.content = response.content.text;
  }),
  'content.size as text': each(({ response }) => {
    if (response.content) response.content.size = String(response.content.size);
  }),
  'queryString as an object, and the URL without it': each(({ request }) => {
    const [url, query] = request.url.split('?');
    if (query === undefined || query.includes('#')) return;
    request.url = url;
    request.queryString = multi(form(query));
  }),
  'queryString alone': each(({ request }) => {
    const [url, query] = request.url.split('?');
    if (query === undefined || query.includes('#')) return;
    request.url = url;
    request.queryString = form(query);
  }),
  'a path beside Host, with :scheme': each((entry) =>
    relative(entry, ({ protocol }) => [{ name: ':scheme', value: protocol.slice(0, -1) }]),
  ),
  'a path beside Host, with X-Forwarded-Proto': each((entry) =>
    relative(entry, ({ protocol }) => [
      { name: 'X-Forwarded-Proto', value: protocol.slice(0, -1) },
    ]),
  ),
  'pseudo-header fields in place of URL and method': each(({ request }) => {
    const url = new URL(request.url);
    if (!/^https?:$/.test(url.protocol)) return;
    request.headers = [
      { name: ':method', value: request.method },
      { name: ':scheme', value: url.protocol.slice(0, -1) },
      { name: ':authority', value: url.host },
      { name: ':path', value: request.url.slice(url.origin.length) },
      ...request.headers.filter(({ name }: Json) => !/^(?:host|:.*)$/i.test(name)),
    ];
    delete request.url;
    delete request.method;
  }),
  'headers as an object': withHeaders(multi),
  'headers as pairs': withHeaders((headers) => headers.map(({ name, value }) => [name, value])),
  'headers as lines': withHeaders((headers) =>
    headers.map(({ name, value }) => `${name}: ${value}`),
  ),
  'headers as text': withHeaders((headers) =>
    headers.map(({ name, value }) => `${name}: ${value}\r\n`).join(''),
  ),
  'headers with key': withHeaders((headers) =>
    headers.map(({ name, value }) => ({ key: name, value })),
  ),
  'headers in capitals': withHeaders((headers) =>
    headers.map(({ name, value }) => ({ Name: name, Value: value })),
  ),
  'header values in lists': withHeaders((headers) =>
    headers.map(({ name, value }) => ({ name, value: [value] })),
  ),
  'cookies as an object': each(({ request }) => {
    const cookie = request.headers.find(({ name }: Json) => /^cookie$/i.test(name));
    if (!cookie) return;
    request.headers = request.headers.filter((one: Json) => one !== cookie);
    request.cookies = Object.fromEntries(
      cookie.value.split('; ').map((pair: string) => pair.split(/=(.*)/s)),
    );
  }),
  'numbers as text': each((entry) => {
    entry.time = String(entry.time);
    entry.response.status = String(entry.response.status);
    entry.request.bodySize = String(entry.request.bodySize);
  }),
  'start as epoch milliseconds': each((entry) => {
    entry.startedDateTime = Date.parse(entry.startedDateTime);
  }),
  'start as epoch milliseconds in text': each((entry) => {
    entry.startedDateTime = String(Date.parse(entry.startedDateTime));
  }),
  'start as epoch seconds': each((entry) => {
    entry.startedDateTime = Date.parse(entry.startedDateTime) / 1000;
  }),
  'start as epoch microseconds': each((entry) => {
    entry.startedDateTime = Date.parse(entry.startedDateTime) * 1000;
  }),
  'start with a comma': each((entry) => {
    entry.startedDateTime = new Date(entry.startedDateTime).toISOString().replace('.', ',');
  }),
  'start with a space': each((entry) => {
    entry.startedDateTime = new Date(entry.startedDateTime).toISOString().replace('T', ' ');
  }),
  'start for .NET': each((entry) => {
    entry.startedDateTime = `/Date(${Date.parse(entry.startedDateTime)})/`;
  }),
  startTime: each((entry) => {
    entry.startTime = entry.startedDateTime;
    delete entry.startedDateTime;
  }),
  timestamp: each((entry) => {
    entry.timestamp = Date.parse(entry.startedDateTime);
    delete entry.startedDateTime;
  }),
  'members in capitals': eachEntry(({ request, response, ...rest }) => ({
    ...rest,
    Request: request,
    Response: response,
  })),
  'req and res': eachEntry(({ request, response, ...rest }) => ({
    ...rest,
    req: request,
    res: response,
  })),
  'everything in one object': eachEntry(({ request, response, ...rest }) => ({
    ...rest,
    url: request.url,
    method: request.method,
    requestHeaders: multi(request.headers),
    requestBody: request.postData?.text,
    status: response.status,
    statusText: response.statusText,
    responseHeaders: multi(response.headers),
    responseBody: response.content?.encoding
      ? Buffer.from(response.content.text, 'base64').toString()
      : response.content?.text,
  })),
};
