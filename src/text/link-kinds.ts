/** The kinds of pages that a link can lead to, and what each is called. */
export const linkKinds = {
  code: 'code',
  project: 'project page',
  model: 'model',
  data: 'dataset',
  demo: 'demo',
  paper: 'paper',
  video: 'video',
} as const;

/** What a link leads to, as far as its address tells. */
export type LinkKind = keyof typeof linkKinds;
