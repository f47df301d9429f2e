import type { DemoStory } from './demo-story.ts';

const files = import.meta.glob<DemoStory>('./stories/*.ts', { eager: true, import: 'default' });

/** All stories of the demo, in order. Loaded when the user asks for the demo. */
export const STORIES: readonly DemoStory[] = Object.values(files).sort((a, b) => a.order - b.order);
