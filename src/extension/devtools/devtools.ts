import { createTriage } from '../../oauth/triage.ts';
import { thisBrowser } from '../browsers/this-browser.ts';
import { BackgroundLink } from './background-link.ts';
import { createPanel, devtoolsApi } from './real-devtools.ts';
import { Recorder } from './recorder.ts';

// This comes first and is synchronous, because requests that finish before it are lost.
const recorder = new Recorder({
  api: devtoolsApi(),
  browser: thisBrowser(),
  triage: createTriage(),
  line: new BackgroundLink(),
});
window.grantscopeRecorder = recorder.port;

/** The panel's script may run after its window is shown. */
const PATIENCE = 10_000;
const PAUSE = 50;

function connect(panel: Window, since = Date.now()): void {
  if (panel.grantscopeConnect) panel.grantscopeConnect(recorder.port);
  else if (Date.now() - since < PATIENCE) setTimeout(connect, PAUSE, panel, since);
}

void createPanel((panel) => {
  connect(panel);
  recorder.shown();
});
