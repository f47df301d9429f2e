import { sourceOpener } from '../../../../src/extension/panel-side.ts';
import type { Exchange } from '../../../../src/http/exchange.ts';
import { parseUrl } from '../../../../src/http/url.ts';
import { useStore } from '../../model/context.ts';
import { beginning, visible } from '../../view/visible.ts';
import { CopyButton } from '../common/copy-button.tsx';

const MAX_NAME = 80;

/** The name of a script or page as the Network panel shows it: `app.js:120`. */
function shortName(url: string, line: number | undefined): string {
  const parsed = parseUrl(url);
  const file = parsed?.pathname.split('/').findLast((part) => part !== '') ?? parsed?.host ?? url;
  const name = visible(beginning(file, MAX_NAME));
  return line === undefined ? name : `${name}:${line}`;
}

/** The script or page that caused the request, with a way to its source where DevTools have one. */
export function InitiatorLine({ exchange }: { readonly exchange: Exchange }) {
  const store = useStore();
  const { initiator, initiatorLine } = exchange;
  if (initiator === null) return null;
  const name = shortName(initiator, initiatorLine);
  const place = initiatorLine === undefined ? initiator : `${initiator}:${initiatorLine}`;
  const open = store.file.value === null ? sourceOpener() : null;
  return (
    <p class="initiator quiet" data-testid="initiator">
      Initiator:{' '}
      {open ? (
        <button
          type="button"
          class="link mono"
          title={`Open ${visible(place)} in the Sources panel`}
          onClick={() => open(initiator, initiatorLine ?? 1)}
        >
          {name} ↗
        </button>
      ) : (
        <>
          <span class="mono" title={visible(place)}>
            {name}
          </span>{' '}
          <CopyButton text={() => place}>Copy address</CopyButton>
          {store.file.value === null && (
            <span> These DevTools let no extension open a source.</span>
          )}
        </>
      )}
    </p>
  );
}
