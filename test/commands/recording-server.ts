import { createServer, type Server, type Socket } from 'node:net';

/** One request as it came over the wire. */
interface Received {
  readonly method: string;
  readonly target: string;
  /** `name: value`, name lower-cased, Latin-1. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface RecordingServer {
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

let shared: Promise<RecordingServer> | null = null;

/** A server for all test files of one process, so that they can share their requests. */
export function sharedServer(): Promise<RecordingServer> {
  shared ??= recordingServer(true);
  return shared;
}

/** An HTTP server on node:net. node:http would refuse or repair some of the requests. */
export async function recordingServer(isShared = false): Promise<RecordingServer> {
  const received: Received[] = [];
  const server = createServer((socket) => receive(socket, received));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  if (isShared) server.unref();
  return { port: portOf(server), received, close: () => closed(server) };
}

function receive(socket: Socket, received: Received[]): void {
  const chunks: Buffer[] = [];
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) return;
    const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
    const headers = lines.map((line) => {
      const colon = line.indexOf(':');
      return `${line.slice(0, colon).toLowerCase()}: ${line.slice(colon + 2)}`;
    });
    const length = /^content-length: (\d+)$/m.exec(headers.join('\n'))?.[1];
    const body = bytes.subarray(end + 4);
    if (body.length < Number(length ?? 0)) return;
    const [method = '', target = ''] = first.split(' ');
    received.push({ method, target, headers, body });
    socket.end('HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n');
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
