type Fields = Readonly<Record<string, unknown>>;

/** A HAR file as a browser or a proxy wrote it. */
export interface RecordedHar {
  readonly log: { readonly entries: readonly object[] };
}

/**
 * The text of a capture: a HAR file with one entry a line, so that a diff shows which exchanges
 * changed. It leaves out what no reader of HAR files uses.
 */
export function captureText({ log }: RecordedHar): string {
  const head = JSON.stringify({ ...without({ ...log }, 'pages', 'entries'), entries: [] });
  const lines = log.entries.map((entry) => JSON.stringify(essentialEntry({ ...entry })));
  return `{"log":${head.slice(0, -']}'.length)}\n${lines.join(',\n')}\n]}}\n`;
}

function essentialEntry(entry: Fields): Fields {
  const { request, response, timings, _initiator } = entry;
  return {
    ...without(entry, 'pageref', 'connection', 'serverIPAddress', '_priority', '_connectionId'),
    request: essentialRequest(fieldsOf(request)),
    response: essentialResponse(fieldsOf(response)),
    timings: essentialTimings(fieldsOf(timings)),
    ...essentialInitiator(fieldsOf(_initiator)),
  };
}

/**
 * A request without repeated parts: the query is in the URL, cookies are in a header, parameters
 * are in the body.
 */
function essentialRequest(request: Fields): Fields {
  const { url, postData } = request;
  const { text } = fieldsOf(postData);
  return {
    ...request,
    ...(String(url).includes('?') ? { queryString: [] } : {}),
    ...(hasHeader(request, 'cookie') ? { cookies: [] } : {}),
    ...(text ? { postData: without(fieldsOf(postData), 'params') } : {}),
  };
}

function essentialResponse(response: Fields): Fields {
  return {
    ...response,
    ...(hasHeader(response, 'set-cookie') ? { cookies: [] } : {}),
    content: without(fieldsOf(response.content), 'compression'),
  };
}

/** The parts of HAR 1.2. Firefox writes none for a request that it did not send. */
function essentialTimings({ blocked, dns, connect, ssl, send, wait, receive }: Fields): Fields {
  return { blocked, dns, connect, ssl, send, wait, receive };
}

/**
 * An initiator with the first script of its stack, which names the page that sent the request.
 * Readers use no other.
 */
function essentialInitiator(initiator: Fields): Fields {
  if (initiator.stack === undefined) return {};
  const { callFrames } = fieldsOf(initiator.stack);
  const frames: readonly Fields[] = Array.isArray(callFrames) ? callFrames : [];
  const first = frames.find(({ url }) => /^https?:/.test(String(url)));
  const stack = {
    callFrames: first === undefined ? [] : [{ url: first.url, lineNumber: first.lineNumber }],
  };
  return { _initiator: { ...initiator, stack } };
}

function hasHeader({ headers }: Fields, wanted: string): boolean {
  return Array.isArray(headers) && headers.some(({ name }) => name.toLowerCase() === wanted);
}

function without(fields: Fields, ...names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
