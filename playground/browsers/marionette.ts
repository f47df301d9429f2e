import net from 'node:net';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A Marionette connection. A message is `<length in bytes>:<JSON>`. */
export class Marionette {
  readonly greeting: Promise<void>;
  #socket: net.Socket;
  #buffer: Buffer = Buffer.alloc(0);
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #greeted: () => void = () => undefined;

  constructor(socket: net.Socket) {
    this.#socket = socket;
    this.greeting = new Promise((resolve) => {
      this.#greeted = resolve;
    });
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox hung up.'));
      this.#waiting.clear();
    });
  }

  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(new Marionette(socket)));
      socket.once('error', reject);
    });
  }

  async send(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  #read(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const colon = this.#buffer.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#buffer.subarray(0, colon));
      if (this.#buffer.length < end) return;
      const message: unknown = JSON.parse(this.#buffer.toString('utf8', colon + 1, end));
      this.#buffer = this.#buffer.subarray(end);
      if (Array.isArray(message)) this.#answer(message);
      else this.#greeted();
    }
  }

  #answer([, id, error, result]: readonly unknown[]): void {
    const waiting = this.#waiting.get(id as number);
    this.#waiting.delete(id as number);
    if (error) {
      const { error: code, message } = error as { error: string; message: string };
      waiting?.reject(new Error(`${code}: ${message}`));
    } else waiting?.resolve(result);
  }
}
