import { createTriage } from '../../oauth/triage.ts';
import { thisBrowser } from '../browsers/this-browser.ts';
import { BackgroundLink } from './background-link.ts';
import { whenExtensionEnds } from './extension-life.ts';
import { keepConnected } from './panel-connection.ts';
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

whenExtensionEnds(() => recorder.end());

void createPanel((panel) => {
  keepConnected(panel, recorder.port);
  recorder.shown();
});
