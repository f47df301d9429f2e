type State = 'running' | 'done' | 'failed';

/** Tells people and tests how the scenario stands, in the client's own words. */
export function show(name: string, state: State, text: string): void {
  const output = document.querySelector<HTMLOutputElement>('#status');
  if (output) {
    output.dataset.state = state;
    output.textContent = `${name}: ${text}`;
  }
  document.documentElement.dataset.scenario = name;
  document.documentElement.dataset.state = state === 'running' ? 'running' : 'done';
}

/** Whether a scenario is under way; a second press of its button changes nothing then. */
export function isRunning(): boolean {
  return document.documentElement.dataset.state === 'running';
}

/** Secrets of a login attempt that stay with the client. */
export interface Attempt {
  readonly state: string;
  /** Empty when no ID token was asked for. */
  readonly nonce: string;
  readonly verifier: string;
}

interface Note {
  readonly name: string;
  readonly text: string;
}

/** The tab's memory over the redirects of one login; each attempt is kept under its scenario. */
export const attempt = {
  begin(name: string, it: Attempt | null): void {
    sessionStorage.setItem('scenario', name);
    if (it) sessionStorage.setItem(`attempt ${name}`, JSON.stringify(it));
  },
  scenario(): string | null {
    return sessionStorage.getItem('scenario');
  },
  /** The attempt of that scenario, once. */
  take(name: string): Attempt {
    const text = sessionStorage.getItem(`attempt ${name}`);
    sessionStorage.removeItem(`attempt ${name}`);
    if (text === null) throw new Error('no login was started in this tab');
    return JSON.parse(text) as Attempt;
  },
  /** Remembers one address that the next callback goes to again. */
  keep(url: string): void {
    sessionStorage.setItem('kept', url);
  },
  takeKept(): string | null {
    const url = sessionStorage.getItem('kept');
    sessionStorage.removeItem('kept');
    return url;
  },
  leaveNote(note: Note): void {
    sessionStorage.setItem('note', JSON.stringify(note));
  },
  takeNote(): Note | null {
    const text = sessionStorage.getItem('note');
    sessionStorage.removeItem('note');
    return text === null ? null : (JSON.parse(text) as Note);
  },
};
