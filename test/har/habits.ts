import { ENTRY_HABITS, type Json } from './entry-habits.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const page = (title: string, body: string) =>
  `<html><head><meta name="color-scheme" content="light dark"><title>${title}</title><style>pre { color: red }</style></head><body>${body}</body></html>\n`;
const text = (har: Json) => JSON.stringify(har);
const pretty = (har: Json) => JSON.stringify(har, null, 2);

/** What programs, scripts and people do to a HAR without a loss, by a name. */
export const HABITS: Readonly<Record<string, (har: Json) => string>> = {
  ...ENTRY_HABITS,
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
