import results from '../../../../benchmarks/course.json';

/** What the lessons reached when they were last run: benchmarks/course.json, as far as pages show it. */
export interface LessonResult {
  readonly name: string;
  readonly title: string;
  readonly figures: readonly {
    readonly id: string;
    readonly title: string;
    readonly value: number;
    readonly reached: string;
    readonly askedInWords: string;
    readonly isReached: boolean;
    readonly keras: string | null;
    readonly seeds: readonly number[];
  }[];
}

export const lessonResults: readonly LessonResult[] = results.lessons;
