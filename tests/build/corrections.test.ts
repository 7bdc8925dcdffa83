import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findElements, hasClass } from '../check/site-pages.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

const abstract = `${makeAbstract('matrices')} We sketch them by Rin R^{stimes d} in O(n^2) steps. The k of O(k) is small, like all k.`;
const page = 'papers/sketching-matrices/index.html';
const name = 'corrections.jsonl';

beforeAll(() => {
  archive = makeArchive();
  archive.write(
    '2025-03-11.txt',
    makeSeed('Mar 11', ['Sketching Matrices', abstract], ['Another Paper', makeAbstract('others')]),
  );
});
afterAll(() => archive.dispose());

/** The formulas of the paper's abstract: captured text, LaTeX, and whether they are marked as corrected. */
function formulas(): [captured: unknown, latex: string | undefined, isCorrected: boolean][] {
  const html = archive.html(page);
  return findElements(fromHtml(html), (e) => hasClass(e, 'formula')).map((e) => {
    const [annotation] = findElements(e, (c) => c.tagName === 'annotation');
    const [text] = annotation?.children ?? [];
    return [
      e.properties.dataCaptured,
      text?.type === 'text' ? text.value : undefined,
      e.properties.dataCorrected !== undefined,
    ];
  });
}
const correct = (...args: string[]) => archive.run('scripts/correct.ts', args);
const lines = (): string => readFileSync(join(archive.seeds, name), 'utf8');

describe('a build', () => {
  test('shows corrections on the page, and keeps the lines of a paper that no capture holds any more', async () => {
    archive.write(
      '2025-03-12.txt',
      makeSeed('Mar 12', ['A Fleeting Paper', makeAbstract('brevity in O(m) steps')]),
    );
    await archive.run('scripts/seeds-add.ts', [archive.seeds]);
    archive.remove('2025-03-12.txt');
    const good = [
      '{"paper":"sketching-matrices","captured":"Rin R^{stimes d}","latex":"R\\\\in \\\\mathbf{R}^{s\\\\times d}"}',
      '{"paper":"sketching-matrices","captured":"O(n^2)","latex":null}\n',
    ].join('\n');
    archive.write(name, `${good}{"paper":"a-fleeting-paper","captured":"O(m)","latex":"O(m)"}\n`);
    const { code, output } = await archive.build();
    expect(code).toBe(0);
    expect(output).toContain(
      'note: seeds/corrections.jsonl:3 corrects a paper that no capture holds any more',
    );
    expect(formulas()).toContainEqual(['Rin R^{stimes d}', 'R\\in \\mathbf{R}^{s\\times d}', true]);
    expect(formulas().map(([captured]) => captured)).not.toContain('O(n^2)');
    expect(archive.text(page)).toContain('O(n^2)');
    archive.write(name, good);
  });

  test('with faulty lines names all with their places, fails, and leaves the last site as it was', async () => {
    const before = archive.files();
    const good = lines();
    archive.write(
      name,
      `${good}{"paper":"sketching-matrix","captured":"k","latex":"k"}\n{"paper":"sketching-matrices","captured":"n^3","latex":"n^3"}\nx\n`,
    );
    archive.write('empty.txt', '');
    const together = await archive.build();
    expect(together.code).toBe(1);
    expect(together.output).toContain('seeds/empty.txt:1:1  file/empty');
    expect(together.output).toContain('seeds/corrections.jsonl:5:1  correction/not-json');

    archive.remove('empty.txt');
    const { code, output } = await archive.build();
    expect(code).toBe(1);
    expect(output).toContain('seeds/corrections.jsonl:3:10  correction/unknown-paper');
    expect(output).toContain('  hint: is it "sketching-matrices"?');
    expect(output).toContain('seeds/corrections.jsonl:4:42  correction/not-captured');
    expect(output).toContain('seeds/corrections.jsonl:5:1  correction/not-json');
    expect(output).not.toContain('    at ');
    expect(archive.files()).toEqual(before);
    archive.write(name, good);
  });
});

describe('npm run correct', () => {
  test('lists the formulas with how sure they are, and which are corrected', async () => {
    const { code, output } = await correct('sketching-matrices');
    expect(code).toBe(0);
    expect(output).toMatch(/^Sketching Matrices\n/);
    expect(output).toMatch(
      / 1 {2}abstract {2}corrected {2}Rin R\^\{stimes d\}\n +\$R\\in \\mathbf\{R\}\^\{s\\times d\}\$\n.*by ›Rin R\^\{stimes d\}‹ in/,
    );
    expect(output).toMatch(/ 2 {2}abstract +\d+ % {2}/);
  });

  test('takes a correction once it is proven', async () => {
    const before = lines().trimEnd();
    archive.write(name, before);
    const { code, output } = await correct(
      'sketching-matrices',
      '--captured',
      'k',
      '--latex',
      '\\mathbf{k}',
      '--occurrence',
      '1',
    );
    expect(output).toContain(
      'seeds/corrections.jsonl:3 was added: k is $\\mathbf{k}$, in one place.',
    );
    expect(code).toBe(0);
    expect(lines()).toBe(
      `${before}\n{"paper":"sketching-matrices","captured":"k","occurrence":1,"latex":"\\\\mathbf{k}"}\n`,
    );
    expect((await correct('sketching-matrices')).output).toMatch(
      /corrected {2}k {2}\(occurrence 1 of 3\)\n/,
    );
  });

  test.each([
    [
      ['--captured', 'O(k)', '--latex', 'O(j)'],
      'Not added. The channel makes "O(j)" of this, not "O(k)".\n  hint: ',
    ],
    [['--captured', 'O(k)', '--latex', 'O(k\\)'], 'Not added. KaTeX refuses this at character 4: '],
    [['--captured', 'O(z)', '--latex', 'O(z)'], 'Not added. "O(z)" does not occur'],
    [
      ['--captured', 'O(n^2)', '--plain'],
      'Not added. Line 2 corrects "O(n^2)" in the same place already.',
    ],
    [['--captured', 'small', '--plain'], 'Not added. There is no formula to remove'],
    [['--captured', 'k'], 'It takes --captured, and either --latex or --plain.'],
    [['--captured', 'k', '--plain', '--occurrence', '0'], '--occurrence takes a number from 1'],
    [['--captured', 'k', '--plain', '--in', 'body'], '--in takes title or abstract'],
    [['--caught', 'k'], '--caught'],
  ])('refuses %j with the reason, and writes nothing', async (args, reason) => {
    const before = lines();
    const { code, output } = await correct('sketching-matrices', ...args);
    expect(output).toContain(reason);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
    expect(lines()).toBe(before);
  });

  test('offers the nearest of the papers, and says how it is called', async () => {
    expect((await correct('sketching-matrix')).output).toContain(
      'Is it one of these?\n  sketching-matrices',
    );
    expect((await correct()).output).toContain('npm run correct -- SLUG');
    expect((await correct('a-fleeting-paper')).output).toContain(
      'No capture contains "A Fleeting Paper" any more.',
    );
  });

  test('writes no ledger', async () => {
    const other = makeArchive();
    other.write('2025-03-11.txt', makeSeed('Mar 11', ['A Paper', makeAbstract('x^2')]));
    expect(
      await other.run('scripts/correct.ts', [
        'a-paper',
        '--captured',
        'x^2',
        '--latex',
        'x^2',
        '--occurrence',
        '2',
      ]),
    ).toMatchObject({ code: 0 });
    expect(existsSync(join(other.seeds, 'ledger.json'))).toBe(false);
    other.dispose();
  });
});
