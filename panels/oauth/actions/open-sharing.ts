import { Sharing } from '../model/sharing.ts';
import type { Store } from '../model/store.ts';
import { OUTSIDE } from '../view/outside-flow.ts';

/** Takes the shown recording as it is now, with the choices that the dialog was opened with. */
export async function openSharing(store: Store): Promise<Sharing> {
  const { what, format } = store.shareRequest.value;
  const session = store.session.value;
  await session.settled();
  const current = store.current.value?.flow.id;
  const flowId = current === undefined || current === OUTSIDE ? null : current;
  const message = flowId === null ? null : (store.step.value?.index ?? null);
  const shareable = {
    recording: session.recording,
    before: session.snapshot.value,
    flowId,
    message,
    filtered: store.shown.value.map(({ flow }) => flow.id).filter((id) => id !== OUTSIDE),
  };
  const isThere = what === 'message' ? message !== null : flowId !== null;
  return new Sharing(shareable, store.settings, isThere ? what : 'recording', format);
}
