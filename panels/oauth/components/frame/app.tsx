import { useEffect, useRef } from 'preact/hooks';
import { onKeyDown } from '../../actions/keyboard.ts';
import { onContextMenu } from '../../actions/open-menu.ts';
import { keepOneTabStop } from '../../actions/tab-stops.ts';
import { StoreContext, useStore } from '../../model/context.ts';
import { lazy } from '../../model/lazy.tsx';
import type { Store } from '../../model/store.ts';
import { Icon } from '../common/icons.tsx';
import { CompareView } from '../compare/compare-view.tsx';
import { FlowViews } from '../flow/flow-views.tsx';
import { Verdict } from '../flow/verdict-bar.tsx';
import { FlowList } from '../flows/flow-list.tsx';
import { GapList } from '../flows/gap-list.tsx';
import { ListHead } from '../flows/list-head.tsx';
import { FlowRemark } from '../remarks/flow-remark.tsx';
import { Dialog } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { Boundary } from './error-boundary.tsx';
import { FilteredOut } from './filtered-out.tsx';
import { Notices } from './notices.tsx';
import { Splitter } from './splitter.tsx';
import { ToastLine } from './toast.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDrop } from './use-drop.ts';

const Settings = lazy(() => import('./settings/settings-dialog.tsx').then((view) => view.Settings));
const ShareBody = lazy(() => import('../share/share-body.tsx').then((view) => view.ShareBody));
const FindBar = lazy(() => import('../find/find-bar-body.tsx').then((view) => view.FindBarBody));
const FilterHelp = lazy(() => import('./filter-help-body.tsx').then((view) => view.FilterHelp));
const OpenMenu = lazy(() => import('./open-menu-body.tsx').then((view) => view.OpenMenuBody));
const Tour = lazy(() => import('../tour/tour-body.tsx').then((view) => view.Tour));
const Help = lazy(() => import('./help.tsx').then((view) => view.Help));
const MessageDetail = lazy(() =>
  import('../message/message-detail.tsx').then((view) => view.MessageDetail),
);

function Back({ to }: { readonly to: string }) {
  const store = useStore();
  return (
    <button type="button" class="back narrow-only" onClick={() => store.back()}>
      <Icon name="back" /> {to}
    </button>
  );
}

function FlowView() {
  const store = useStore();
  const analysed = store.current.value;
  // The list says that no flow matches the filter.
  if (!analysed) return null;
  if (store.comparing.other.value) return <CompareView analysed={analysed} />;
  const isShown = store.shown.value.some(({ flow }) => flow.id === analysed.flow.id);
  return (
    <>
      {!isShown && <FilteredOut />}
      <Boundary what="the verdict of this flow" retry={analysed}>
        <Verdict key={analysed.flow.id} analysed={analysed} />
      </Boundary>
      <button
        type="button"
        class="link open-steps"
        onClick={() => store.openFlow(analysed.flow.id)}
      >
        Show the steps
      </button>
      <div class="flow-body">
        <FlowRemark flow={analysed.flow} />
        <FlowViews analysed={analysed} />
      </div>
    </>
  );
}

function Detail() {
  const store = useStore();
  const [step, analysed] = [store.step.value, store.current.value];
  if (!step || !analysed) return null;
  return (
    <div class="region message" data-region="message">
      <Back to="Flow" />
      <Boundary what="this message" retry={step}>
        <MessageDetail step={step} analysed={analysed} />
      </Boundary>
    </div>
  );
}

/** The sizes that the user has set. The style sheet has the defaults. */
function paneSizes({ listWidth, messageHeight }: Store['settings']) {
  return {
    '--list-width': listWidth.value === null ? undefined : `${listWidth.value}%`,
    '--message-height': messageHeight.value === null ? undefined : `${messageHeight.value}%`,
  };
}

function Gaps() {
  const store = useStore();
  return (
    <Boundary what="the gaps in the recording" retry={store.snapshot.value}>
      <GapList />
    </Boundary>
  );
}

function Main() {
  const store = useStore();
  if (store.flows.value.length === 0) {
    return (
      <main class="nothing">
        <EmptyState />
        <Gaps />
      </main>
    );
  }
  // A message that has disappeared, as after a navigation, must not leave an empty level.
  const level = store.level.value === 'message' && !store.step.value ? 'flow' : store.level.value;
  const hold = () => store.hold();
  return (
    <main
      onPointerDown={hold}
      onWheel={hold}
      onFocusCapture={hold}
      data-level={level}
      class={store.step.value ? 'with-detail' : ''}
      style={paneSizes(store.settings)}
    >
      <div class="region list" data-region="flows">
        <ListHead />
        <Boundary what="the list of flows" retry={store.shown.value}>
          <FlowList />
        </Boundary>
        <Gaps />
      </div>
      <Splitter
        label="Width of the list"
        orientation="vertical"
        size={store.settings.listWidth}
        pane="flows"
      />
      <div class="region flow" data-region="flow">
        {!store.comparing.other.value && <Back to="Flows" />}
        <FlowView />
      </div>
      {store.step.value && (
        <Splitter
          label="Height of the message"
          orientation="horizontal"
          size={store.settings.messageHeight}
          pane="message"
        />
      )}
      <Detail />
    </main>
  );
}

/** The whole panel. */
export function App({ store }: { readonly store: Store }) {
  const root = useRef<HTMLDivElement>(null);
  const over = useDrop(store);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (root.current) onKeyDown(event, store, root.current);
    };
    // Chromium passes keys to DevTools in its own listener on the document. This one must come
    // first.
    window.addEventListener('keydown', listen, { capture: true });
    const stop = root.current ? keepOneTabStop(root.current) : () => undefined;
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      stop();
    };
  }, [store]);
  return (
    <StoreContext.Provider value={store}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key map opens the same menu */}
      <div class="app" ref={root} onContextMenu={(event) => onContextMenu(event, store)}>
        <header>
          <h1>OAuth</h1>
          <Boundary what="the toolbar">
            <Toolbar />
          </Boundary>
          <Boundary what="the words on the filter">
            <FilterHelp />
          </Boundary>
          <Boundary what="the notices">
            <Notices />
          </Boundary>
        </header>
        <Boundary what="the search">
          <FindBar />
        </Boundary>
        <Main />
        <p class={store.said.value.seen ? 'said' : 'said unseen'} role="status">
          {store.said.value.text}
        </p>
        <ToastLine />
        <OpenMenu />
        <Help />
        <Settings />
        <Dialog name="share" label="Share" class="wide">
          <Boundary what="the share dialog">
            <ShareBody />
          </Boundary>
        </Dialog>
        {store.tourStop.value !== null && <Tour />}
        {over && <div class="drop">Drop HAR files or reports to open them</div>}
      </div>
    </StoreContext.Provider>
  );
}
