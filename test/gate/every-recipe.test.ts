import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findLeaks, type SoughtValue } from '../../src/gate/gate.ts';
import { RECIPES } from '../../src/gate/recipes.ts';
import { Speller } from '../../src/gate/speller.ts';

const PER_TEXT = 10;
const random = (name: string, length: number): string =>
  createHash('sha512').update(name).digest('base64url').slice(0, length);

/** A value of its own for each recipe, so that no recipe is found in place of another. */
const VALUES: Readonly<Record<string, (index: number) => string>> = {
  'a token': (index) => random(`token ${index}`, 43),
  'a short value': (index) => `${random(`short ${index}`, 11)}7`,
  'an address': (index) => `${random(`name ${index}`, 6)}.lima@${random(`host ${index}`, 5)}.test`,
  'a text of escapes': (index) => `%2fé😀 <&'"${random(`text ${index}`, 12)}\\\\=+/${index}`,
};

function soughtOf(value: string, index: number): SoughtValue {
  return { name: `‹value-${index}›`, value, names: [], isWord: false };
}

/** What can stand before a value and look like a part of it. */
const BEFORE = ['', '"', '%', '%25', '\\', '&#x', 'x%2F', 'eyJ'];

function missedOf(recipes: readonly number[], write: (index: number) => string): string[] {
  const spelled = recipes.map((recipe) => {
    const value = write(recipe);
    const units = new Speller(value).spell(recipe);
    return {
      recipe,
      sought: soughtOf(value, recipe),
      text: units && String.fromCharCode(...units),
    };
  });
  const writable = spelled.filter(({ text }) => text !== null);
  const lines = writable.map(({ text, recipe }) => `${BEFORE[recipe % BEFORE.length]}${text}" end`);
  const found = new Set(
    findLeaks(
      lines.join('\n'),
      writable.map(({ sought }) => sought),
    ).map(({ name }) => name),
  );
  return writable
    .filter(({ sought }) => !found.has(sought.name))
    .map(({ recipe }) => `${recipe}: ${RECIPES[recipe]?.name}`);
}

describe('every way to write a value is searched for', () => {
  test.each(Object.entries(VALUES))(
    '%s',
    (_, write) => {
      const missed: string[] = [];
      for (let from = 0; from < RECIPES.length; from += PER_TEXT) {
        const recipes = [...RECIPES.keys()].slice(from, from + PER_TEXT);
        missed.push(...missedOf(recipes, write));
      }
      expect(missed).toEqual([]);
    },
    240_000,
  );
});
