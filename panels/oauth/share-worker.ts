// Redacts, analyses, writes and scans reports beside the panel, so that the panel never waits.
import type { Exchange } from '../../src/http/exchange.ts';
import { ownFailure } from '../../src/http/own-failure.ts';
import type { FromWorker, ToWorker } from './model/share-messages.ts';
import { createShareTasks, type ShareTasks } from './model/share-tasks.ts';

const exchanges: Exchange[] = [];
let tasks: ShareTasks | null = null;
let running: { readonly id: number; readonly abort: AbortController } | null = null;

const post = (message: FromWorker): void => self.postMessage(message);

function tasksOf(): ShareTasks {
  if (!tasks) throw new Error('the recording has not arrived');
  return tasks;
}

async function answer(
  message: Extract<ToWorker, { type: 'formats' | 'raw' | 'run' }>,
): Promise<unknown> {
  if (message.type === 'formats') return tasksOf().formats();
  if (message.type === 'raw') return tasksOf().raw();
  const { id } = message;
  running = { id, abort: new AbortController() };
  return tasksOf().run(message.task, {
    signal: running.abort.signal,
    onProgress: (done) => post({ type: 'progress', id, done }),
  });
}

self.onmessage = ({ data: message }: MessageEvent<ToWorker>) => {
  if (message.type === 'exchanges') exchanges.push(...message.exchanges);
  else if (message.type === 'recording') {
    tasks = createShareTasks({ ...message.rest, exchanges });
  } else if (message.type === 'cancel') {
    if (running?.id === message.id) running.abort.abort();
  } else {
    const { id } = message;
    answer(message).then(
      (result) => post({ type: 'result', id, result }),
      (error: unknown) =>
        post({ type: 'error', id, reason: ownFailure('make the report', error).error }),
    );
  }
};
post({ type: 'ready' });
