import { type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { readBody } from './http.ts';

type Fields = readonly (readonly [name: string, value: string])[];

/** A request in the proxy. `target` is path and query. */
export interface ProxiedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Fields;
  readonly body: Buffer;
}

/** A response in the proxy. */
export interface ProxiedResponse {
  readonly status: number;
  readonly headers: Fields;
  readonly body: Buffer;
}

/** Forwards a request to the authorization server. */
export type Forward = (request: ProxiedRequest) => Promise<ProxiedResponse>;

/**
 * Changes the messages between the browser and the authorization server: most rewrites add one
 * fault.
 */
export type Rewrite = (request: ProxiedRequest, forward: Forward) => Promise<ProxiedResponse>;

/** Passes one request through the rewrite to the server behind the proxy. */
export async function proxy(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  rewrite: Rewrite,
): Promise<void> {
  const request: ProxiedRequest = {
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '/',
    headers: pairs(incoming.rawHeaders),
    body: await readBody(incoming),
  };
  const response = await rewrite(request, (it) => forwardTo(port, it));
  const headers = withHeader(response.headers, 'Content-Length', String(response.body.length));
  outgoing.sendDate = false;
  outgoing.writeHead(response.status, headers.flat());
  outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
}

/** The value of a header field, or null. */
export function header(headers: Fields, name: string): string | null {
  return headers.find(([it]) => it.toLowerCase() === name.toLowerCase())?.[1] ?? null;
}

/** The fields with one set. It replaces others of its name. */
export function withHeader(headers: Fields, name: string, value: string): Fields {
  return [...withoutHeaders(headers, (it) => it === name.toLowerCase()), [name, value]];
}

/** The fields without those whose lower-case name matches. */
export function withoutHeaders(headers: Fields, matches: (name: string) => boolean): Fields {
  return headers.filter(([name]) => !matches(name.toLowerCase()));
}

function forwardTo(port: number, request: ProxiedRequest): Promise<ProxiedResponse> {
  const { method, target, body } = request;
  const hopByHop = withoutHeaders(request.headers, (name) => framing.has(name));
  const headers = [...hopByHop, ['Content-Length', String(body.length)] as const];
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path: target, headers: headers.flat() };
    const sent = sendRequest(options, (answer) => {
      readBody(answer).then((answered) => {
        const fields = withoutHeaders(pairs(answer.rawHeaders), (name) => framing.has(name));
        resolve({ status: answer.statusCode ?? 502, headers: fields, body: answered });
      }, reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

const framing: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
]);

function pairs(raw: readonly string[]): Fields {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : [],
  );
}
