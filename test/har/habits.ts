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

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const page = (title: string, body: string) =>
  `<html><head><meta name="color-scheme" content="light dark"><title>${title}</title><style>pre { color: red }</style></head><body>${body}</body></html>\n`;
const text = (har: Json) => JSON.stringify(har);
const pretty = (har: Json) => JSON.stringify(har, null, 2);

/** What programs, scripts and people do to a HAR without a loss, by a name. */
export const HABITS: Readonly<Record<string, (har: Json) => string>> = {
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
  'postData.data': posted((postData) => {
    postData.data = postData.text;
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
  'a HAR in har': (har) => JSON.stringify({ har }),
  'a HAR in data': (har) => JSON.stringify({ status: 'ok', data: har }),
  'a HAR in har.data': (har) => JSON.stringify({ har: { data: har } }),
  'log as a list of logs': (har) => JSON.stringify({ log: [har.log] }),
  'log as a list of entries': (har) => JSON.stringify({ log: har.log.entries }),
  'entries as an object': (har) =>
    JSON.stringify({ log: { ...har.log, entries: { ...har.log.entries } } }),
  'Log and Entries': (har) =>
    JSON.stringify({ Log: { creator: har.log.creator, Entries: har.log.entries } }),
  requests: (har) => JSON.stringify({ requests: har.log.entries }),
  'entries in lines': (har) => har.log.entries.map((one: Json) => JSON.stringify(one)).join('\n'),
  'entries in lines of a search engine': (har) =>
    har.log.entries.map((one: Json) => JSON.stringify({ _id: 'a', _source: one })).join('\n'),
  'the lines in text': (har) =>
    JSON.stringify(har.log.entries.map((one: Json) => JSON.stringify(one)).join('\n')),
  'JSON in text': (har) => JSON.stringify(text(har)),
  'indented JSON in text': (har) => JSON.stringify(pretty(har)),
  'JSON in text, twice': (har) => JSON.stringify(JSON.stringify(text(har))),
  'the log in text': (har) => JSON.stringify({ har: text(har) }),
  'a browser’s page of JSON': (har) =>
    page(
      '',
      `<pre style="word-wrap: break-word">${escaped(text(har))}</pre><div class="json-formatter-container"></div>`,
    ),
  'a page of indented JSON': (har) => page('login.har', `<pre>\n${escaped(pretty(har))}\n</pre>`),
  'a textarea': (har) =>
    `<textarea readonly>${escaped(text(har)).replaceAll('"', '&quot;')}</textarea>`,
  'pre and code': (har) =>
    `<pre><code class="language-json">${escaped(text(har)).replaceAll('"', '&#34;').replaceAll("'", '&#39;')}</code></pre>`,
  'a script': (har) =>
    page(
      'report',
      `<script type="application/json">${text(har).replaceAll('<', '\\u003c')}</script>`,
    ),
  'all characters escaped for HTML': (har) => escaped(text(har)),
  'quotes escaped for HTML too': (har) => escaped(text(har)).replaceAll('"', '&quot;'),
  'each value escaped for HTML': (har) =>
    JSON.stringify(har, (_, value) =>
      typeof value === 'string'
        ? escaped(value).replaceAll('"', '&quot;').replaceAll("'", '&#x27;')
        : value,
    ),
  'escaped for HTML twice': (har) => escaped(escaped(text(har))),
  'ampersands alone escaped': (har) =>
    text(har).replaceAll('<', '\\u003c').replaceAll('&', '&amp;'),
  'escaped as JSON for HTML': (har) =>
    text(har).replaceAll('&', '\\u0026').replaceAll('<', '\\u003c'),
  'comments between entries': (har) =>
    `// it is the "login" of {Ana\n{"log":{/* "entries": [ */"creator":${JSON.stringify(har.log.creator)},"entries":[${har.log.entries
      .map((one: Json) => `\n// "next" } it's\n${JSON.stringify(one)}`)
      .join(',')} ]}}`,
  'trailing commas': (har) =>
    `{"log":{"creator":${JSON.stringify(har.log.creator)},"entries":[${har.log.entries.map((one: Json) => `${JSON.stringify(one)},`).join('')}],},}`,
  'a JavaScript file': (har) => `window.har = ${text(har)};\n`,
  'a code block': (har) => `Here it is:\n\n\`\`\`json\n${pretty(har)}\n\`\`\`\n`,
  'several byte order marks': (har) => `\uFEFF\uFEFF${text(har)}`,
  'a byte order mark in Latin-1': (har) => `ï»¿${text(har)}`,
  'a log and an empty one, joined': ({ log }) =>
    `${JSON.stringify({ log })}\n${JSON.stringify({ log: { ...log, entries: [] } })}`,
};
