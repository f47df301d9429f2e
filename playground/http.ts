import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** Answers one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Certificate and private key of a server, in PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * Opens a port on the loopback interface, with TLS if there is a certificate. 0 takes any free
 * port.
 */
export async function listen(port: number, certificate?: Certificate): Promise<Server> {
  const server = certificate ? createTlsServer(certificate) : createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** Lets a handler answer. Its failure does not end the process. */
export function serve(server: Server, handler: Handler): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handler(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`Playground: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
}

/** The port on which a server listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('server has no port');
  return address.port;
}

/** Stops a server and closes its kept-alive connections. */
export function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Reads the whole body of a message. */
export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Answers with a page that is not cached and sends no `Referer`. */
export function sendHtml(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'strict-origin',
    ...headers,
  });
  response.end(html);
}

/** Answers with text that is not cached. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain',
): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(text);
}

/** Answers with a redirect that is not cached (RFC 9110 section 15.4). */
export function sendRedirect(
  response: ServerResponse,
  location: string,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): void {
  response.writeHead(303, {
    Location: location,
    'Cache-Control': 'no-store',
    ...(headers as Readonly<Record<string, string | string[]>>),
  });
  response.end();
}
