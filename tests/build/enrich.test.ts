import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AnsweringServer, json, status, text } from '../fixtures/answering-server.ts';
import { makeArxivAnswer, startArxivServer } from '../fixtures/arxiv-server.ts';
import { makeApiEntry } from '../fixtures/daily-papers-server.ts';
import { firstCases, isLong } from '../tier.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

/** Long enough to be an abstract. */
const abstractOf = (subject: string): string =>
  `${makeAbstract(subject)} We give reasons, limits, code and data, and say when ${subject} should not be used at all.`;
const longTitle = 'Light Bridges of the Long Coast';

let archive: ArchiveFixture;
let server: AnsweringServer;
beforeEach(async () => {
  archive = makeArchive();
  server = await startArxivServer();
  const light = [longTitle, abstractOf('light')] as [string, string];
  archive.write('2025-03-11.txt', makeSeed('Mar 11', light, ['Mamba', abstractOf('snakes')]));
  archive.write(
    '2025-03-12.json',
    JSON.stringify({ date: '2025-03-12', answer: [makeApiEntry('2025-03-12', 1)] }),
  );
  await archive.run('scripts/seeds-add.ts', ['--new-ledger', archive.seeds]);
});
afterEach(async () => {
  archive.dispose();
  await server.close();
});

const enrich = (args: string[], day = '2025-04-01') =>
  archive.run('scripts/enrich.ts', args, {
    env: {
      ...{ DAYLEAF_ARXIV_API: server.address, DAYLEAF_ARXIV_PAUSE_MS: '5', DAYLEAF_TODAY: day },
      ...{ DAYLEAF_CACHE: archive.cache },
    },
  });
const metadataFile = (): string => join(archive.seeds, 'metadata.jsonl');
const readFacts = (): string[] =>
  existsSync(metadataFile()) ? readFileSync(metadataFile(), 'utf8').trim().split('\n') : [];

function writeBibliography(name = 'My Papers.bib'): string {
  const file = join(archive.folder, name);
  writeFileSync(
    file,
    `@misc{long,\n  title = {${longTitle}},\n  author = {Ada King},\n  journal = {ICLR}\n}
@misc{short,\n  title = {Mamba},\n  author = {Bo Li}\n}\n`,
  );
  return file;
}

describe('npm run enrich -- FILE', () => {
  it('writes a line for each fact, and nothing when the file is read again', async () => {
    const file = writeBibliography();
    const { code, output } = await enrich([file]);
    expect(output).toContain('1 paper found (1 by title), 1 uncertain match.');
    expect(output).toContain('Of 3 papers, 2 have authors, 1 an arXiv id, 1 a venue, 0 the');
    expect(code).toBe(0);
    const facts = readFacts();
    const common = '"source":"my-papers","date":"2025-04-01","match":"title"}';
    expect(facts).toEqual([
      `{"paper":"light-bridges-of-the-long-coast","field":"authors","value":[{"family":"King","given":"Ada"}],${common}`,
      `{"paper":"light-bridges-of-the-long-coast","field":"venue","value":"ICLR",${common}`,
      `{"paper":"mamba","field":"candidate","value":{"id":"short","title":"Mamba","reason":"the titles are the same, and short","decision":"open"},${common}`,
    ]);
    expect((await enrich([file], '2025-05-01')).output).toContain('was up to date already');
    expect(readFacts()).toEqual(facts);
  });

  it('writes nothing with --dry-run', async () => {
    const { output } = await enrich(['--dry-run', writeBibliography()]);
    expect(output).toContain('1 paper found');
    expect(output).toContain('Nothing was written');
    expect(readFacts()).toEqual([]);
  });

  it('writes nothing if one of the files cannot be read', async () => {
    const page = join(archive.folder, 'page.html');
    writeFileSync(page, '<!doctype html>');
    const { code, output } = await enrich([writeBibliography(), page]);
    expect(code).toBe(1);
    expect(output).toContain('page.html:1:1  source/unknown-form');
    expect(readFacts()).toEqual([]);
  });

  it('is refused while the ledger lacks a capture, or facts have faults', async () => {
    writeFileSync(metadataFile(), '{"paper":"mamba"}\n');
    expect((await enrich([writeBibliography()])).output).toContain('seeds/metadata.jsonl:1:');
    archive.remove('metadata.jsonl');
    archive.write('2025-03-13.txt', makeSeed('Mar 13', ['New', abstractOf('news')]));
    expect((await enrich([writeBibliography()])).output).toContain('ledger/incomplete');
  });
});

describe('the maintainer', () => {
  it('accepts a record, whose facts are taken when the file is read again', async () => {
    const file = writeBibliography();
    const listed = (await enrich([file])).output;
    expect(listed).toContain('  mamba short  the titles are the same, and short (my-papers)');
    expect((await enrich(['--accept', 'mamba', 'short', file])).output).toContain('1 accepted');
    expect(readFacts().join('\n')).toContain('"value":[{"family":"Li","given":"Bo"}]');
  });

  it('refuses a record, which is not listed again', async () => {
    const file = writeBibliography();
    await enrich([file]);
    expect((await enrich(['--refuse', 'mamba', 'short'])).output).not.toContain('note:');
    expect((await enrich([file])).output).toContain('was up to date already');
  });

  it.runIf(isLong)('leaves out a source', async () => {
    await enrich(['--source', 'books', writeBibliography()]);
    const both = ['--without', 'books', '--source', 'books', writeBibliography()];
    expect((await enrich(both)).output).toContain('0 papers found');
    expect(readFacts()).toEqual(['']);
  });

  it.each([
    [[], 'npm run enrich -- FILE'],
    [['--accept', 'mamba'], '--accept takes a slug and an id'],
    [['--accept', 'a', '--refuse', 'b', 'c'], 'not both'],
    [['--without', 'A b'], 'letters, digits and hyphens'],
    [['--accept', 'mambo', 'x'], 'Is it one of these?'],
  ])('explains its usage: %s', async (args, message) => {
    const { code, output } = await enrich(args);
    expect(code).toBe(1);
    expect(output).toContain(message);
  });
});

describe('npm run enrich -- --fetch', () => {
  const byId = '2503.10001';
  const byTitle = `ti:"${longTitle}"`;
  const { summary } = makeApiEntry('2025-03-12', 1).paper;
  const answerAll = (): void => {
    server.answer(
      byId,
      text(makeArxivAnswer({ id: byId, title: 'Sparse $k$-Attention', abstract: summary })),
    );
    server.answer(
      byTitle,
      text(
        makeArxivAnswer(
          { id: '2503.00001', title: longTitle, abstract: abstractOf('light') },
          { id: '2503.00002', title: `${longTitle}, Again`, abstract: abstractOf('other things') },
        ),
      ),
    );
  };
  const asked = () =>
    server.requests.map(({ url }) => {
      const query = new URL(url, 'http://localhost').searchParams;
      return query.get('id_list') ?? query.get('search_query');
    });

  it('asks by id, then by title, and takes what is the paper', async () => {
    answerAll();
    const { code, output } = await enrich(['--fetch']);
    expect(output).toContain('arXiv: 3 requests, 2 papers found.');
    expect(code).toBe(0);
    expect(asked()).toEqual([byId, byTitle, 'ti:"Mamba"']);
    expect(server.requests[0]?.userAgent).toMatch(/^dayleaf\//);
    const facts = readFacts().join('\n');
    expect(facts).toContain('"field":"title","value":"Sparse $k$-Attention"');
    expect(facts).toContain('"field":"arxivId","value":"2503.00001"');
    expect(facts).not.toContain('2503.00002');
  });

  it('asks again neither for what it found nor, for a month, for what it did not', async () => {
    answerAll();
    await enrich(['--fetch']);
    await enrich(['--fetch'], '2025-04-20');
    expect(server.requests).toHaveLength(3);
    await enrich(['--fetch'], '2025-05-02');
    expect(asked().slice(3)).toEqual(['ti:"Mamba"']);
  });

  const refusals: [string, ReturnType<typeof text>, string][] = [
    [
      'a page with status 200',
      text('<!doctype html><title>Maintenance</title>'),
      'gave no answer of',
    ],
    ['other JSON', json([]), "gave no answer of arXiv's API, but"],
    ['a refusal', status(403), 'status 403'],
    ['a long wait', status(429, { 'Retry-After': '7200' }), 'asks to wait 120 minutes'],
  ];
  it.each(firstCases(1, refusals))(
    'stops at %s, and goes on from there',
    async (_, responder, message) => {
      answerAll();
      server.answer('ti:"Mamba"', responder);
      const { code, output } = await enrich(['--fetch']);
      expect(code).toBe(1);
      expect(output).toContain(message);
      expect(output).toContain('npm run enrich -- --fetch goes on from there.');
      expect(readFacts().join('\n')).toContain('2503.00001');
      server.answer('ti:"Mamba"', text(makeArxivAnswer()));
      expect((await enrich(['--fetch'])).code).toBe(0);
      expect(asked()).toEqual([byId, byTitle, 'ti:"Mamba"', 'ti:"Mamba"']);
    },
  );

  it.runIf(isLong)('waits as long as it is asked to', async () => {
    answerAll();
    server.answer(byId, status(429, { 'Retry-After': '1' }), text(makeArxivAnswer()));
    const { output } = await enrich(['--fetch']);
    expect(output).toContain('answered with status 429; trying again in 1 s.');
    const [first, second] = server.requests;
    expect((second?.begin ?? 0) - (first?.end ?? 0)).toBeGreaterThan(900);
  });
});
