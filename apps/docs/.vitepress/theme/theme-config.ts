/** What the theme is told in the configuration. */
export interface MyelinTheme {
  readonly nav: readonly { readonly text: string; readonly link: string }[];
}
