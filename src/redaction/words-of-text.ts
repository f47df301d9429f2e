import { matchesIn } from '../http/matches.ts';
import { looksRandom } from '../oauth/registry/random-looking.ts';
import { classifyName } from '../oauth/registry/secrecy.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';
import { withoutFullStop } from '../oauth/registry/secret-shapes.ts';
import { settingAt } from './connection-string.ts';
import { nameBefore } from './name-before.ts';

/** A value that the words around it give away. */
export interface Told {
  readonly value: string;
  readonly name: string;
  readonly is: 'person' | 'secret' | 'value';
}

const MAX_TEXT = 1_000_000;
/** A longer word is no name. */
const ENDS = '(?![\\p{L}\\d._@\\\\-])';
const NAME = `[\\p{L}][\\p{L}\\d.'’_@\\\\-]{1,60}${ENDS}`;
/** The id of a user at a provider: `auth0|…`. */
const SUBJECT = '\\p{L}[\\w.-]{1,40}\\|(?=[\\w.-]{0,60}\\d)[\\w.|-]{1,80}';
/** A domain before a user is no name: `CORP\\ana`. */
const PROPER = "\\p{Lu}[\\p{L}.'’-]{1,40}(?: \\p{Lu}[\\p{L}.'’-]{1,40}){0,3}(?![\\p{L}\\\\|])";

/** Words with a small or a capital letter at the beginning: cheaper than ignoring case. */
const words = (list: string): string =>
  list
    .split(';')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|');

/** "Signed in as …" in English, German, French and Spanish: what follows is a name of any form. */
const SIGNED_IN = new RegExp(
  `(?:[Ii]n(?: to \\S{1,40})? as|[Gg]emeldet als|[Aa]ngemeldet als|[Ee]ingeloggt als|[Cc]onnectée? en tant que|iniciada como|[Cc]onectad[oa] como|[Aa]cting as|on behalf of|im Namen von)(?: user| Benutzer)?:?\\s{1,3}["'“„«]?(${SUBJECT}|${PROPER}|${NAME})`,
  'gu',
);
const GREETING = new RegExp(
  `(?<![\\p{L}])(?:${words('hello;hi;dear;welcome;welcome back;hallo;guten (?:Tag|Morgen|Abend);willkommen;willkommen zurück;bonjour;bienvenue?;hola;bienvenid[oa]s?;lieber?;ciao')})(?:,? |, ?)["'“„«]?(${SUBJECT}|${PROPER}|[\\p{L}\\d]*[\\d._@\\\\][\\p{L}\\d._@\\\\-]{2,60}${ENDS})`,
  'gu',
);
/** After a greeting these address nobody. */
const ADDRESSES_NOBODY =
  /^(?:welcome|hello|hi|dear|hallo|willkommen|bonjour|bienvenue?|hola|world|welt|guest|gast|there|back|home|customer|user|visitor|member|admin(?:istrator)?|friend|all|everyone|team|page|dashboard|portal|please|to|sir|madam|kunde|kundin)$/i;
const NOUN = words(
  'user(?: ?(?:[Nn]ame|[Ii][Dd]))?;account(?: name)?;login;principal;subject;member;customer;identity;person;benutzer(?:name|konto)?;konto;utilisateur;compte;usuario;cuenta',
);
const QUOTED_NOUN = new RegExp(
  `(?<![\\p{L}])(?:${NOUN})\\s{0,2}[:=]?\\s{0,2}["'“‘„«\`]([^"'”’“«»\`\\n]{2,80})["'”’»“\`]`,
  'gu',
);
const NOUN_DOES = new RegExp(
  `(?<![\\p{L}])[Uu]ser(?: account)? (${SUBJECT}|${NAME}) (?:not |does|is not|was not|could not|cannot|has no|already|wurde nicht)`,
  'gu',
);
/** Characters that JSON writes by their number are no name. */
const ESCAPED = /\\u[\da-f]{4}/i;
/** The user of a Windows domain. */
const DOMAIN_USER = /(?<![\w\\/.:-])[A-Z][A-Z0-9-]{1,14}\\(\p{L}[\p{L}\d._-]{1,60})(?![\w\\])/gu;
/** Home folders in stack traces and file URLs. */
const HOME = /[\\/](?:Users|home|Benutzer)[\\/]{1,2}([^\\/\s"'<>:*?|]{2,40})(?=[\\/])/g;
const NOBODY = new Set(
  'public default shared runner node ubuntu app root vagrant circleci'.split(' '),
);
const THING = new RegExp(
  `(?<![\\p{L}])(?:${words('code;token;state;nonce;session;ticket;secret;otp;pin;key;verifier;challenge;assertion;cookie;passw(?:or)?d;passcode;jeton;sitzung;schlüssel;kennwort;passwort')})(?: (?:id|value|was|is|of|number))?\\s{0,2}[:=#]?\\s{0,2}["'“‘\`([]{0,2}([A-Za-z0-9][\\w.~+/=-]{5,2000})`,
  'gu',
);
const SIGN = /[=:]/g;
/** Settings have names of two words: `User ID=…`. */
const SECOND_WORD = /^(?:id|key|name|password|secret|token|code)$/i;
const AFTER = /\s{0,3}(?:"([^"\n]{1,2000})"|'([^'\n]{1,2000})'|([^\s"'<>;,&(){}[\]]{2,2000}))/y;

/** An attribute `AuthnInstant` says when, not who. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Finds what prose, stack traces and settings tell: names after greetings, assigned passwords. */
export function* toldBy(text: string): Generator<Told> {
  const bounded = text.slice(0, MAX_TEXT);
  yield* people(bounded);
  yield* assigned(bounded);
  for (const [, value = ''] of matchesIn(bounded, THING)) {
    const bare = withoutFullStop(value);
    if (looksRandom(bare, 6)) yield { value: bare, name: 'text', is: 'value' };
  }
}

function* people(text: string): Generator<Told> {
  const told = (value: string): Told => ({ value: value.trim(), name: 'text', is: 'person' });
  for (const pattern of [SIGNED_IN, GREETING, QUOTED_NOUN, NOUN_DOES]) {
    for (const [, name = ''] of matchesIn(text, pattern)) {
      const [first = ''] = name.split(' ');
      const isGreeting = pattern === GREETING;
      if (isGreeting && ADDRESSES_NOBODY.test(first)) continue;
      if (!ESCAPED.test(name)) yield told(withoutFullStop(name));
    }
  }
  if (!text.includes('\\') && !text.includes('/')) return;
  for (const [whole, user = ''] of matchesIn(text, DOMAIN_USER)) yield* [told(whole), told(user)];
  for (const [, user = ''] of matchesIn(text, HOME)) {
    if (!NOBODY.has(user.toLowerCase())) yield told(user);
  }
}

/** `password: …`, `AccountKey=…;` and the like. */
function* assigned(text: string): Generator<Told> {
  for (const { index } of matchesIn(text, SIGN)) {
    const last = nameBefore(text, index);
    if (!/[A-Za-z]/.test(last)) continue;
    const first = SECOND_WORD.test(last) ? nameBefore(text, text.lastIndexOf(last, index)) : '';
    const name = first === '' ? last : `${first}_${last}`;
    const { secrecy } = classifyName(name);
    if (!isHidden(secrecy) && secrecy !== 'personal') continue;
    AFTER.lastIndex = index + 1;
    const [, double, single, open = ''] = AFTER.exec(text) ?? [];
    const quoted = double ?? single;
    const value = quoted ?? withoutFullStop(open);
    if (/ur[il]$/i.test(name) && /^https?:\/\//i.test(value)) continue;
    const isSaid = text[index] === ':' && quoted === undefined;
    const is = secrecy === 'personal' ? 'person' : secrecy === 'secret' ? 'secret' : 'value';
    const start = text.lastIndexOf(first || last, index);
    const setting = text[index] === '=' ? settingAt(text, start, index + 1) : null;
    for (const one of new Set([value, setting ?? value])) {
      if (isTelling(one, secrecy === 'secret', isSaid, quoted !== undefined)) {
        yield { value: one, name, is };
      }
    }
  }
}

function isTelling(value: string, isSecret: boolean, isSaid: boolean, isQuoted: boolean): boolean {
  if (MOMENT.test(value)) return false;
  if (value.length < 2 || /^(?:true|false|null|undefined|none|\d|\/\/.*)$/i.test(value))
    return false;
  if (isSecret) return !isSaid || (/[^\p{L}]/u.test(value) && value.length >= 4);
  return isQuoted ? value.length >= 4 : looksRandom(value, 6) || /[@\\\d]/.test(value);
}
