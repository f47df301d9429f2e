import { loadAll } from '../../panels/oauth/model/lazy.tsx';
import '../../panels/oauth/model/core.ts';
import '../../panels/oauth/components/frame/app.tsx';
import '../../panels/oauth/model/share-tasks.ts';

await loadAll();
