import { breathe, createPace } from '../../../src/http/pace.ts';
import type { Recording } from '../../../src/http/recording.ts';
import { later } from './lazy.tsx';
import type { FromWorker, ToWorker } from './share-messages.ts';
import type { FormatInfo, ShareResult, ShareTasks, TaskWork } from './share-tasks.ts';

/** Where the build puts the script of the worker. */
const SCRIPT = '/assets/share-worker.js';
/** Exchanges in one message: more would stop the panel while they are copied. */
const PIECE = 20;

const here = later(() => import('./share-tasks.ts'));

/**
 * The tasks of a recording, in a worker; in the panel itself where no worker can be started. The signal
 * ends the worker.
 */
export async function startShareWork(
  recording: Recording,
  signal: AbortSignal,
): Promise<ShareTasks> {
  const worker = await startWorker(signal);
  if (worker === null) return (await here.load()).createShareTasks(recording);
  const { exchanges, ...rest } = recording;
  const post = (message: ToWorker): void => worker.postMessage(message);
  const pace = createPace();
  for (let start = 0; start < exchanges.length; start += PIECE) {
    post({ type: 'exchanges', exchanges: exchanges.slice(start, start + PIECE) });
    if (!pace.isDue()) continue;
    await breathe();
    signal.throwIfAborted();
    pace.rested();
  }
  post({ type: 'recording', rest });
  return tasksIn(worker, post);
}

/** Null when the browser refuses, or has no workers. */
function startWorker(signal: AbortSignal): Promise<Worker | null> {
  return new Promise((resolve, reject) => {
    try {
      const worker = new Worker(SCRIPT, { type: 'module' });
      const end = () => {
        worker.terminate();
        reject(signal.reason);
      };
      signal.addEventListener('abort', end, { once: true });
      worker.onmessage = () => resolve(worker);
      worker.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress?: (done: number) => void;
}

function tasksIn(worker: Worker, post: (message: ToWorker) => void): ShareTasks {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  worker.onmessage = ({ data: message }: MessageEvent<FromWorker>) => {
    if (message.type === 'ready') return;
    const asked = waiting.get(message.id);
    if (message.type === 'progress') return asked?.onProgress?.(message.done);
    waiting.delete(message.id);
    if (message.type === 'result') asked?.resolve(message.result);
    else asked?.reject(new Error(message.reason));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  const ask = <T>(message: (id: number) => ToWorker, work?: TaskWork): Promise<T> => {
    const id = next;
    next += 1;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, ...work });
      work?.signal.addEventListener('abort', () => post({ type: 'cancel', id }), { once: true });
      post(message(id));
    });
  };
  return {
    formats: () => ask<readonly FormatInfo[]>((id) => ({ type: 'formats', id })),
    run: (task, work) => ask<ShareResult>((id) => ({ type: 'run', id, task }), work),
    raw: () => ask<string>((id) => ({ type: 'raw', id })),
  };
}
