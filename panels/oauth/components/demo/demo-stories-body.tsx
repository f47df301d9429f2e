import { STORIES } from '../../demo/demo-body.ts';
import { showStory } from '../../demo/show.ts';
import { useStore } from '../../model/context.ts';

/** The stories of the demo: what a user sees of each. */
export function DemoStories() {
  const store = useStore();
  return (
    <ul class="stories" aria-label="Stories of the demo">
      {STORIES.map((story) => (
        <li key={story.title}>
          <button
            type="button"
            class="story"
            data-testid="story"
            onClick={() => void showStory(store, story)}
          >
            <strong>{story.title}</strong>
            <span class="quiet">{story.tells}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Changes to another story while one is shown. */
export function StorySwitch() {
  const store = useStore();
  const shown = store.file.value?.invented ?? '';
  return (
    <select
      aria-label="Story of the demo"
      data-testid="story-switch"
      value={shown}
      onChange={({ currentTarget }) => {
        const story = STORIES.find(({ title }) => title === currentTarget.value);
        if (story) void showStory(store, story);
      }}
    >
      {STORIES.map(({ title }) => (
        <option key={title} value={title} selected={title === shown}>
          {title}
        </option>
      ))}
    </select>
  );
}
