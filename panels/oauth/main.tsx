import { render } from 'preact';
import { onRecorder } from '../../src/extension/panel-side.ts';
import { App } from './components/app.tsx';
import { loadAll } from './lazy.tsx';
import { Store } from './store.ts';
import './styles/tokens.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/flow.css';
import './styles/message.css';

const store = new Store();
onRecorder((port) => {
  const stop = store.connect(port);
  window.addEventListener('pagehide', stop, { once: true });
});

const root = document.getElementById('app');
if (root) render(<App store={store} />, root);

// What was put off must be there by the time somebody opens it.
setTimeout(() => void loadAll().catch(() => undefined), 1_000);
