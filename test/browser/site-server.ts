import type { RequestListener } from 'node:http';
import { listen, portOf, stop } from '../../playground/http.ts';

/** A site of a test on a free port of the loopback interface. */
export interface SiteServer {
  /** Its origin, without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a site until it is closed. */
export async function openSite(listener: RequestListener): Promise<SiteServer> {
  const server = await listen(0);
  server.on('request', listener);
  return { origin: `http://localhost:${portOf(server)}`, close: () => stop(server) };
}
