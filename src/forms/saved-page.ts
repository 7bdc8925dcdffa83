import type { Element, Root } from 'hast';
import { CaptureError, problemOfFile } from '../capture/problem.ts';
import { readAnswer } from './api-answer.ts';
import { idFromUrl } from './facts.ts';
import type { Form, RawCapture, RawEntry } from './form.ts';
import { attribute, findElements, parseHtml, visibleText } from './html-text.ts';

/**
 * A Daily Papers page saved as HTML. Its data are the JSON in `data-props` of the element whose `data-target` is
 * `DailyPapers`, in the form of the API; without them, the cards of the page are read.
 */
export const savedPage: Form = {
  name: 'a saved page (HTML)',
  extension: '.html',
  // Comments and parts of a page, too, and other kinds of XML that are not feeds.
  isOf: (text) => /^\s*<(?:[!?]|[a-z][a-z\d:-]*[\s>])/i.test(text),
  read({ file, text }) {
    const page = parseHtml(text);
    const captures = readProps(page) ?? readCards(page);
    if (captures.some(({ entries }) => entries.length > 0)) return captures;
    throw new CaptureError([
      problemOfFile(
        file,
        'file/unknown-form',
        'This is HTML or XML, but not a page of Daily Papers: it has no list of papers.',
        'open https://huggingface.co/papers, wait until the papers are there, and save it with Ctrl+S.',
      ),
    ]);
  },
};

/** The captures in the data of the page; undefined where it has none. */
function readProps(page: Root): RawCapture[] | undefined {
  const [element] = findElements(page, (e) => attribute(e, 'dataTarget') === 'DailyPapers');
  if (!element) return undefined;
  try {
    const captures = readAnswer(JSON.parse(attribute(element, 'dataProps')), 1);
    return captures.length > 0 ? captures : undefined;
  } catch {
    // A page that was saved incompletely may still have its cards.
    return undefined;
  }
}

function readCards(page: Root): RawCapture[] {
  const entries = findElements(page, (e) => e.tagName === 'article').flatMap(readCard);
  return [{ entries }];
}

function readCard(card: Element): RawEntry[] {
  const [heading] = findElements(card, (e) => e.tagName === 'h3');
  const [link] = heading ? findElements(heading, (e) => e.tagName === 'a') : [];
  const arxivId = link && idFromUrl(attribute(link, 'href'));
  // Other pages have cards of the same elements.
  if (!heading || arxivId === undefined) return [];
  const [paragraph] = findElements(card, (e) => e.tagName === 'p');
  return [
    {
      title: visibleText(heading),
      abstract: paragraph ? visibleText(paragraph) : '',
      line: heading.position?.start.line ?? 1,
      facts: { arxivId },
    },
  ];
}
