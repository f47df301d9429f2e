import type { ErrorSignature } from './error-signature.ts';
import type { Provider, ProviderDefinition } from './provider.ts';

const files = import.meta.glob<ProviderDefinition>('../*.ts', { eager: true, import: 'default' });

/** What providers with many errors keep in a folder of their own: `<id>/<id>-….ts`. */
const more = import.meta.glob<readonly ErrorSignature[]>('../*/*-errors.ts', {
  eager: true,
  import: 'default',
});

/** Every provider, ordered by id: the file name is the id. */
export const providers: readonly Provider[] = Object.entries(files)
  .map(([path, definition]) => withErrors(definition, path.slice('../'.length, -'.ts'.length)))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The errors of the folder come before those of the file, which says what is left. */
function withErrors(definition: ProviderDefinition, id: string): Provider {
  const errors = Object.entries(more)
    .filter(([path]) => path.startsWith(`../${id}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, found]) => found);
  return { ...definition, id, errors: [...errors, ...(definition.errors ?? [])] };
}
