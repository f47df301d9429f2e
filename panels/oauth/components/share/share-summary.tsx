import { count, list } from '../../../../src/words/numbers.ts';
import { classCounts } from '../../../../src/words/placeholder-classes.ts';
import { useStore } from '../../model/context.ts';
import type { Ready } from '../../model/sharing.ts';
import { visible } from '../../view/visible.ts';

function Diagnosis({ ready: { differences } }: { readonly ready: Ready }) {
  if (differences.length === 0) {
    return (
      <p>
        <span class="ok">✓</span> Same diagnosis: the redacted recording was analysed again and
        gives the same verdicts and findings.
      </p>
    );
  }
  return (
    <details>
      <summary>
        <span class="warning">⚠ {count(differences.length, 'difference')}</span> between the
        diagnosis of the redacted recording and this one
      </summary>
      <ul>
        {differences.map(({ text }) => (
          <li key={text}>{visible(text)}</li>
        ))}
      </ul>
    </details>
  );
}

/** What was replaced, what stays readable, and whether the diagnosis survives. */
export function ShareSummary({ ready }: { readonly ready: Ready }) {
  const { personal } = useStore().settings.shareReplaces.value;
  const classes = classCounts(ready.shown.map(({ placeholder }) => placeholder.class));
  return (
    <div class="share-summary" data-testid="share-summary">
      <p>
        {classes.length === 0 ? 'No value had to be replaced.' : `Replaced: ${list(classes)}.`}{' '}
        Readable: paths, client ids, scopes, error texts
        {!personal && ', personal data'}
        {ready.removed.some(({ placeholder }) => placeholder.class === 'host')
          ? ''
          : ', host names'}
        .
      </p>
      <Diagnosis ready={ready} />
    </div>
  );
}
