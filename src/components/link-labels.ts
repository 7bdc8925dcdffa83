import type { PaperView } from '../queries/papers.ts';

type LinkKind = PaperView['links'][number]['kind'];

/** What each kind of link is called. */
export const linkLabels: Readonly<Record<LinkKind, string>> = {
  code: 'code',
  project: 'project page',
  model: 'model',
  data: 'dataset',
  demo: 'demo',
  paper: 'paper',
  video: 'video',
};
