import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { Refusal } from './cli-command.ts';

interface Where {
  readonly inputs: readonly string[];
  /** Whether a file that exists may be replaced. */
  readonly force: boolean;
}

/** Refuses a path that must not be written. */
export async function checkTarget(path: string, { inputs, force }: Where): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there === null) return;
  if (there.isDirectory()) throw new Refusal(`${path} is a folder.`);
  for (const input of inputs) {
    const read = input === '-' ? null : await stat(input).catch(() => null);
    if (read !== null && read.dev === there.dev && read.ino === there.ino) {
      throw new Refusal(`${path} is the input. It is never overwritten: choose another name.`);
    }
  }
  if (!force) throw new Refusal(`${path} exists already. Use --force to replace it.`);
}

/** Writes a file in one step: another program sees the whole file or none. */
export async function writeWhole(path: string, text: string, where: Where): Promise<void> {
  await checkTarget(path, where);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (where.force) await rename(temporary, path);
    else await link(temporary, path).catch((error: unknown) => moved(error, temporary, path));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(messageOf(path, error));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link fails when the file exists by now, and in file systems without links. */
async function moved(error: unknown, from: string, to: string): Promise<void> {
  if (codeOf(error) === 'EEXIST')
    throw new Refusal(`${to} exists already. Use --force to replace it.`);
  await rename(from, to);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

function messageOf(path: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return `The folder of ${path} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${path} may not be written.`;
  if (code === 'ENOSPC') return `There is no space left for ${path}.`;
  return `${path} could not be written: ${error instanceof Error ? error.message : String(error)}`;
}
