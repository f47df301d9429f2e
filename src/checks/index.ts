import type { RegisteredCheck } from './run.ts';

/** Every check of the project; a check is registered by standing in its folder. */
const modules = import.meta.glob<Omit<RegisteredCheck, 'id' | 'stage'>>('./*/*.ts', {
  eager: true,
  import: 'default',
});

export const checks: readonly RegisteredCheck[] = Object.entries(modules).map(([path, check]) => {
  const [, stage = '', file = ''] = path.split('/');
  return { ...check, id: file.replace(/\.ts$/, ''), stage };
});
