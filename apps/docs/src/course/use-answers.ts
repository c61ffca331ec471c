import { type ShallowRef, computed, onBeforeUnmount, onMounted, shallowRef, watch } from 'vue';
import type { RunName } from './runs.js';
import { useRun } from './use-run.js';

/** What a worker says to the latest question, as a page holds it. */
export interface Answers<Answer> {
  /** Null until the first one comes; the one before stays while the next is worked out. */
  readonly answer: Readonly<ShallowRef<Answer | null>>;
  readonly error: Readonly<ShallowRef<string | null>>;
}

/**
 * Asks something of `runs` in a worker, whenever the question changes: for sliders and drawings. While it is busy the questions
 * between are left out. Nothing is loaded before `place` comes into view.
 */
export function useAnswers<Question, Answer>(
  name: RunName,
  question: () => Question,
  place: Readonly<ShallowRef<Element | null>>,
): Answers<Answer> {
  const run = useRun<Question, never, Answer>(name);
  const { state } = run;
  const answer = shallowRef<Answer | null>(null);
  let isSeen = false;
  let isWaiting = false;

  const ask = (): void => {
    if (!isSeen) return;
    isWaiting = state.phase === 'running';
    if (!isWaiting) run.start(question());
  };
  watch(question, ask);
  watch(
    () => state.phase,
    (phase) => {
      if (state.result !== null) answer.value = state.result;
      if (phase !== 'running' && isWaiting) ask();
    },
  );

  let watcher: IntersectionObserver | undefined;
  onMounted(() => {
    watcher = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true) return;
      watcher?.disconnect();
      isSeen = true;
      ask();
    });
    if (place.value !== null) watcher.observe(place.value);
  });
  onBeforeUnmount(() => watcher?.disconnect());
  return { answer, error: computed(() => state.error) };
}
