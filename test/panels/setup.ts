import { loadAll } from '../../panels/oauth/model/lazy.tsx';
import '../../panels/oauth/model/core.ts';
import '../../panels/oauth/components/frame/app.tsx';

await loadAll();
