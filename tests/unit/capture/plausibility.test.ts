import { describe, expect, test } from 'vitest';
import { findImplausible } from '../../../src/capture/plausibility.ts';

const abstractOf = (what: string): string =>
  `We study ${what} over long spans. Our method finds where they carry load.`;

const codesOf = (...pairs: [title: string, abstract: string][]): string[] =>
  findImplausible({
    file: 'seeds/a.txt',
    entries: pairs.map(([title, abstract], i) => ({
      rank: i + 1,
      title,
      abstract,
      line: 3 * i + 1,
    })),
  }).map(({ code }) => code);

/** A text about something else. */
const storyOf = (what: string): string =>
  `The ${what} were old, and nobody went there. It was so for years. Then a storm came.`;

const names = [
  'Bridges',
  'Towers',
  'Roofs',
  'Walls',
  'Doors',
  'Floors',
  'Gates',
  'Halls',
  'Inns',
  'Jetties',
  'Kilns',
  'Lofts',
];
const good = names.map((name): [string, string] => [`On ${name}: A Study`, abstractOf(name)]);

describe('findImplausible', () => {
  test('accepts pages of papers', () => {
    expect(codesOf(...good)).toEqual([]);
    expect(codesOf(['Is It?', 'We do x.'])).toEqual([]);
    expect(codesOf(...good.slice(0, 3), ['On Moats', storyOf('moats')])).toEqual([]);
    expect(codesOf(...good.slice(0, 2), ['Old Bridges, New Roofs', abstractOf('a')])).toEqual([]);
    expect(
      codesOf(
        ['3D Bridges', abstractOf('a')],
        ['On Roofs', abstractOf('b')],
        ['On Walls', abstractOf('c')],
      ),
    ).toEqual([]);
  });

  test.each([
    ['Chinese', '桥梁研究：何处承重？', '我们研究了桥梁。该方法找到承重的位置。'],
    ['Japanese', '橋について', '橋を調べた。荷重の位置を求める「方法」。'],
    ['Hindi', 'पुलों पर', 'हम पुलों का अध्ययन करते हैं। हमारी विधि तेज है।'],
    ['Urdu', 'پلوں پر', 'ہم پلوں کا مطالعہ کرتے ہیں۔ ہمارا طریقہ تیز ہے۔'],
    ['Armenian', 'Կամուրջների մասին', 'Մենք ուսումնասիրում ենք կամուրջները։ Մեր մեթոդը արագ է։'],
    ['Korean', '다리에 관하여', '우리는 다리를 연구한다. 우리의 방법은 빠르다.'],
    ['Russian', 'О мостах', 'Мы изучаем мосты. Наш метод быстрый.'],
    ['Arabic', 'عن الجسور', 'ندرس الجسور. طريقتنا سريعة.'],
  ])('reads titles and abstracts in %s apart', (_, title, abstract) => {
    expect(codesOf([title, abstract])).toEqual([]);
    expect(codesOf([abstract, title])).toContain('plausible/no-titles');
  });

  test('accepts what is marked as papers by its source, whatever its words', () => {
    const entries = names.map((name, i) => ({
      ...{ rank: i + 1, title: name, abstract: storyOf(name), line: i + 1 },
      ...(i === 0 && { facts: { arxivId: '2503.00001' } }),
    }));
    expect(findImplausible({ file: 'seeds/a.json', entries })).toEqual([]);
  });

  test('accepts one odd entry among many', () => {
    expect(codesOf(...good, ['On Moats', 'A title in place of an abstract'])).toEqual([]);
    expect(codesOf(...good, ['We see. It is so. They are.', abstractOf('moats')])).toEqual([]);
  });

  test.each<[string, string, [string, string][]]>([
    ['two titles', 'plausible/no-abstracts', [['On Bridges', 'On Towers']]],
    [
      'titles in place of abstracts',
      'plausible/no-abstracts',
      [...good.slice(0, 4), ['On Moats', 'On Ponds']],
    ],
    [
      'pairs shifted by one',
      'plausible/no-titles',
      good.slice(1).map(([title], i) => [good[i]?.[1] ?? '', title]),
    ],
    [
      'parts of a page',
      'plausible/no-titles',
      [['Submitted by a-reader', abstractOf('a')], ...good.slice(0, 3)],
    ],
    [
      'votes before titles',
      'plausible/numbered-titles',
      good.slice(0, 4).map(([title, abstract], i) => [`${10 + i} ${title}`, abstract]),
    ],
    [
      'authors below titles',
      'plausible/authors-in-titles',
      good
        .slice(0, 4)
        .map(([title, abstract], i) => [
          `${title} ${['Ana Bó, Wil van der Aalst', 'J. K. Fa, Eva Gu and Hu Ya', 'Chen Du, Eva Fa et al.'][i % 3]}`,
          abstract,
        ]),
    ],
    ['a page pasted twice', 'plausible/repeated', [...good, ...good]],
    [
      'texts that speak neither of their authors nor of themselves',
      'plausible/no-papers',
      names.map((name, i) => [`On ${name}`, i % 2 === 0 ? storyOf(name) : abstractOf(name)]),
    ],
    ['a table', 'plausible/no-prose', [['Results', '| 1.0 | 2.0 | 3.5 |. 4.4 | 5.9 | 6.1 |.']]],
    ['code', 'plausible/no-prose', [['main.c', 'int f(){return a[i]+1;}. x=(y<<3)&0xff;. {{}}.']]],
  ])('refuses %s', (_, code, pairs) => {
    expect(codesOf(...pairs)).toContain(code);
  });
});
