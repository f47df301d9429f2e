import { expect, it } from 'vitest';
import { type ImportProgress, importFiles } from '../../../panels/oauth/model/import-files.ts';
import { Session } from '../../../panels/oauth/model/session.ts';
import { LOGIN_PAGE, loginPageHar, requestHar } from '../../helpers/login-pages.ts';

it('uses the login servers of one file when it reads the next', async () => {
  const files = [new File([requestHar()], 'request.har'), new File([loginPageHar()], 'page.har')];
  const control = { signal: new AbortController().signal, onProgress: () => {} };
  const outcome = await importFiles(files, new Session(), control);
  if (!outcome.ok) throw new Error(outcome.message);
  const [analysed] = outcome.session.snapshot.value.flows;
  const page = analysed?.flow.messages.find(({ kind }) => kind === 'interaction');
  expect(page?.exchange.response?.body).toEqual({ text: LOGIN_PAGE });
});

it('says that it analyses what it has read, and can be cancelled then', async () => {
  const files = [new File([requestHar()], 'request.har'), new File([loginPageHar()], 'page.har')];
  const abort = new AbortController();
  const seen: ImportProgress[] = [];
  const onProgress = (progress: ImportProgress): void => {
    seen.push(progress);
    if (progress.analysing) abort.abort(new Error('cancelled'));
  };
  const shown = new Session();
  await expect(importFiles(files, shown, { signal: abort.signal, onProgress })).rejects.toThrow(
    'cancelled',
  );
  expect(seen.at(-1)).toMatchObject({ analysing: true, entries: 2 });
  expect(shown.snapshot.value.flows).toEqual([]);
});
