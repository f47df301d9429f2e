import { useEffect, useRef, useState } from 'preact/hooks';
import type { RemovedValue } from '../../../../src/redaction/redact-recording.ts';
import { list } from '../../../../src/words/numbers.ts';
import { classCounts, placeholderClasses } from '../../../../src/words/placeholder-classes.ts';
import { saveText } from '../../actions/clipboard.ts';
import { useStore } from '../../model/context.ts';
import type { Sharing } from '../../model/sharing.ts';
import { labelWord } from '../../view/placeholder-facts.ts';

interface Props {
  readonly sharing: Sharing;
  readonly removed: readonly RemovedValue[];
}

const MAX_TOLD = 12;

/** A name that says what is in the file, wherever it is found later. */
const FILE = 'oauth-recording-with-secrets.har';

/** Warns of a file with all values, says what is in it, and asks once more. */
export function ShareRaw({ sharing, removed }: Props) {
  const store = useStore();
  const [asked, setAsked] = useState(false);
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) no.current?.focus();
  }, [asked]);
  const save = async (): Promise<void> => {
    setAsked(false);
    saveText(FILE, await sharing.rawHar(), 'application/json');
    store.say(`Saved as ${FILE}`);
  };
  const classes = classCounts(removed.map(({ placeholder }) => placeholder.class));
  const holds = classes.length === 0 ? 'no value that Grantscope knows as secret' : list(classes);
  const worstFirst = placeholderClasses.flatMap((name) =>
    removed.filter(({ placeholder }) => placeholder.class === name),
  );
  const labels = new Set(worstFirst.map(({ placeholder }) => labelWord(placeholder)));
  return (
    <div class="share-raw" data-testid="share-raw">
      <p>
        <strong>⚠ This file is not redacted.</strong> It is the whole recording, with {holds}
        {labels.size > 0 && `: ${list([...labels].slice(0, MAX_TOLD))}`}.
      </p>
      <p>
        Whoever has the file can use what is still valid: sign in as this user, call the API, use
        the account of the client. Before you send it, end the sessions, revoke the tokens and
        change the passwords in it. The redacted HAR gives the same diagnosis and can be sent as it
        is.
      </p>
      {asked ? (
        <p role="alert">
          Save the file with all of these values readable?{' '}
          <button type="button" class="plain" ref={no} onClick={() => setAsked(false)}>
            No
          </button>{' '}
          <button type="button" class="plain bad" onClick={() => void save()}>
            Save with all values
          </button>
        </p>
      ) : (
        <button type="button" class="plain" onClick={() => setAsked(true)}>
          Save with all values…
        </button>
      )}
      <p role="status">{store.said.value.text}</p>
    </div>
  );
}
