import type { Feed } from '../../../src/export/feed.ts';
import {
  type FeedPaper,
  type FeedTexts,
  makePaperEntry,
} from '../../../src/export/feed-entries.ts';
import { cleanSegments } from '../../../src/render/clean-segments.ts';
import { toTextParts } from '../../../src/render/text-parts.ts';
import { toFeedHtml, toInlineFeedHtml } from '../../../src/render/to-feed-html.ts';
import { partsToParagraphs, toPlainText } from '../../../src/render/to-text.ts';
import { typeset } from '../../../src/render/typeset.ts';
import type { Segment } from '../../../src/restore/segments.ts';

/** A paper of restored texts. */
export function makeFeedPaper(title: Segment[], abstract: Segment[]): FeedPaper & FeedTexts {
  const [cleanTitle, cleanAbstract] = [cleanSegments(title), cleanSegments(abstract)];
  return {
    identity: 'low-rank',
    url: 'https://example.org/archive/papers/low-rank/',
    title: toPlainText(cleanTitle),
    titleHtml: toInlineFeedHtml(typeset(cleanTitle)),
    abstractHtml: toFeedHtml(typeset(cleanAbstract)),
    abstractText: partsToParagraphs(toTextParts(cleanAbstract)),
    days: ['2025-03-11', '2025-03-14'],
    revisedSince: '2025-03-11',
    links: [{ url: 'https://github.com/a/b?c=1&d=2', label: 'github.com/a/b' }],
    hasCode: true,
  };
}

/** A feed of such papers, its first document unless it says otherwise. */
export function makeFeed(papers: readonly (FeedPaper & FeedTexts)[], of: Partial<Feed> = {}): Feed {
  return {
    id: 'urn:uuid:7af12ecc-43b6-5920-96c6-c430fad71c32',
    title: 'Dayleaf: papers',
    description: 'Daily papers, an entry for each paper.',
    language: 'en',
    publisher: 'Dayleaf',
    page: 'https://example.org/archive/',
    addresses: {
      atom: 'https://example.org/archive/feeds/papers.xml',
      json: 'https://example.org/archive/feeds/papers.json',
      previous: 'https://example.org/archive/feeds/papers/2.xml',
    },
    isComplete: false,
    entries: papers.map((paper) => makePaperEntry(paper, paper)),
    ...of,
  };
}
