import type { Template, Variable } from './template.ts';

/** Names with a meaning of their own in a shell, in PowerShell or in the environment. */
const TAKEN = new Set(
  (
    'ARGS CD COLUMNS DATE EGID ERROR EUID EVENT GID HOME HOST HOSTNAME IFS INPUT LANG LINENO LINES ' +
    'LOGNAME MATCHES OLDPWD OS PATH PID PPID PROFILE PROMPT PWD RANDOM SECONDS SHELL STATUS TEMP ' +
    'TERM TIME TMP UID USER USERNAME'
  ).split(' '),
);

/** Shorter values occur in texts by chance. */
const MIN_SWEPT = 8;
const MAX_SWEPT = 50;
/** A `state` can be the address to return to, which other parts of the request may name. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|\/|\?)/i;

/** The variables of one command. Equal texts are one variable. */
export class Variables {
  readonly #byValue = new Map<string, Variable>();
  readonly #used = new Map<string, number>();

  /** The variable for that text. `label` is the name of a registered kind of value. */
  use(label: string, value: string): Variable {
    const known = this.#byValue.get(value);
    if (known) return known;
    const base = nameOf(label);
    const count = (this.#used.get(base) ?? 0) + 1;
    this.#used.set(base, count);
    const variable = { name: count === 1 ? base : `${base}_${count}`, value };
    this.#byValue.set(value, variable);
    return variable;
  }

  /** Puts variables in all other places of their values: a word is a secret once it is one. */
  sweep(template: Template): Template {
    const values = [...this.#byValue.values()].filter(
      ({ value }) => value.length >= MIN_SWEPT && !ADDRESS.test(value),
    );
    return values
      .slice(0, MAX_SWEPT)
      .reduce<Template>((swept, one) => swept.flatMap((part) => cut(part, one)), template);
  }
}

function cut(part: string | Variable, variable: Variable): Template {
  if (typeof part !== 'string' || !part.includes(variable.value)) return [part];
  const texts = part.split(variable.value);
  return texts.flatMap((text, index) => (index === 0 ? [text] : [variable, text]));
}

/** `access-token` as `ACCESS_TOKEN`, which is a name in every shell and in JavaScript. */
function nameOf(label: string): string {
  const name = label.toUpperCase().replace(/\W/g, '_');
  if (name === '' || name === 'VALUE') return 'SECRET';
  return TAKEN.has(name) || /^\d/.test(name) ? `MY_${name}` : name;
}
