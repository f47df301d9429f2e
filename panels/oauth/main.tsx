import { render } from 'preact';
import { onRecorder } from '../../src/extension/panel-side.ts';
import { App } from './components/frame/app.tsx';
import { loadCore } from './model/core.ts';
import { loadAll } from './model/lazy.tsx';
import { Store } from './model/store.ts';
import { followTheme } from './model/theme.ts';
import './styles/tokens.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/flow.css';
import './styles/verdict.css';
import './styles/findings.css';
import './styles/message.css';
import './styles/share.css';
import './styles/find.css';
import './styles/times.css';
import './styles/demo.css';
import './styles/remarks.css';
import './styles/preferences.css';

const root = document.getElementById('app');
try {
  await loadCore();
  const store = new Store();
  followTheme(store.settings);
  onRecorder((port) => {
    const stop = store.connect(port);
    window.addEventListener('pagehide', stop, { once: true });
  });
  if (root) render(<App store={store} />, root);
} catch (error) {
  if (root)
    root.textContent = `The panel could not be loaded: ${String(error)}. Close DevTools and open them again.`;
}

// Deferred parts must be loaded before the user opens one.
setTimeout(() => void loadAll().catch(() => undefined), 1_000);
