/** Where weights come from, and how good they are. */
export interface ModelCard {
  /** What was measured on data that was not learned from. */
  readonly figure: { readonly title: string; readonly value: number };
  readonly seed: number;
  /** What it learned from, and under which licence that is. */
  readonly data: string;
  /** The lesson that trained it, for `myelin course`. */
  readonly lesson: string;
  /** What the numbers that it takes stand for, where those are letters. */
  readonly vocabulary?: readonly string[];
}
