import { Session } from '../model/session.ts';
import type { Store } from '../model/store.ts';
import type { DemoStory } from './demo-story.ts';

/** Shows an invented recording in place of the live one, which continues. */
export async function showStory(store: Store, { title, record }: DemoStory): Promise<void> {
  const session = new Session();
  session.add(await record(Date.now()));
  await session.shown();
  store.showFile({ name: `demo: ${title}`, session, notes: [], invented: title });
}
