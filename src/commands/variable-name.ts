import { type Classified, classifyParameter } from '../oauth/registry/secrecy.ts';
import { isHidden } from '../oauth/registry/secrecy-class.ts';

/** The variable of a secret that is recognised only by its name or value. */
export const UNNAMED = 'SECRET';

/**
 * The variable for a value of that class. Null when the command may hold the value. Unregistered
 * names never become names of variables: a page could choose one that is set in the environment,
 * and have its value sent.
 */
export function variableOf({ secrecy, name }: Classified): string | null {
  if (!isHidden(secrecy)) return null;
  return name === null ? UNNAMED : name.toUpperCase().replace(/\W/g, '_');
}

/** The variable for a parameter, by its decoded value. */
export function variableName(name: string, value: string): string | null {
  return value === '' ? null : variableOf(classifyParameter(name, value));
}
