import type { Provider, ProviderDefinition } from './provider.ts';

const files = import.meta.glob<ProviderDefinition>('../*.ts', { eager: true, import: 'default' });

/** Every provider, ordered by id: the file name is the id. */
export const providers: readonly Provider[] = Object.entries(files)
  .map(([path, definition]) => ({ ...definition, id: path.slice('../'.length, -'.ts'.length) }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));
