import { plain } from '../report/plain.ts';

/** Writes a report; a reader that has had enough (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const { stdout } = process;
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EPIPE') resolve();
      else reject(error);
    };
    stdout.on('error', fail);
    stdout.write(text, () => resolve());
  });
}

/** A line for the person at the terminal. File names and excerpts may hold anything. */
export function complain(text: string): void {
  process.stderr.write(`analyze: ${plain(text)}\n`);
}

/** Whether colours are wanted (https://no-color.org). */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
