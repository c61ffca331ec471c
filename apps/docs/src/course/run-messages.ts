/** What a page and a worker that runs something for it say to each other. */

export type RunCommand<Request> =
  { readonly kind: 'start'; readonly request: Request } | { readonly kind: 'stop' };

export type RunEvent<News, Result> =
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'error'; readonly message: string };
