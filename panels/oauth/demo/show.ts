import { Session } from '../model/session.ts';
import type { Store } from '../model/store.ts';

/** Shows an invented recording in place of the live one, which continues. Loaded on demand. */
export async function showDemo(store: Store): Promise<void> {
  const { demoRecording } = await import('./demo-recording.ts');
  const session = new Session();
  session.add(demoRecording(Date.now()));
  session.flush();
  store.showFile({ name: 'a demo', session, notes: [], invented: true });
}
