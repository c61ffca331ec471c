/** A page in a list of pages. */
export interface PageLink {
  readonly text: string;
  readonly link: string;
}

/** What the theme is told in the configuration. */
export interface MyelinTheme {
  readonly nav: readonly PageLink[];
  /** The lessons, in order. */
  readonly course: readonly PageLink[];
}
