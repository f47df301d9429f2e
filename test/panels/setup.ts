import { loadAll } from '../../panels/oauth/lazy.tsx';
import '../../panels/oauth/core.ts';
import '../../panels/oauth/components/app.tsx';

await loadAll();
