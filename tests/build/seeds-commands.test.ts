import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/archive/ledger.ts';
import { type ArchiveFixture, makeAbstract, makeArchive, makeSeed } from './archive-fixture.ts';

let archive: ArchiveFixture;

beforeEach(() => {
  archive = makeArchive();
});
afterEach(() => archive.dispose());

const command = (name: string, ...args: string[]) => archive.run(`scripts/seeds-${name}.ts`, args);
const expectSuccess = async (result: ReturnType<typeof archive.run>): Promise<string> => {
  const { code, output } = await result;
  expect(code, output).toBe(0);
  return output;
};
const expectRefusal = async (result: ReturnType<typeof archive.run>): Promise<string> => {
  const { code, output } = await result;
  expect(code, output).toBe(1);
  return output;
};
const ledger = (): Ledger => JSON.parse(archive.ledger());
const seedNames = (): string[] => readdirSync(archive.seeds).sort();
const bridges = makeSeed('Mar 11', ['On Bridges', makeAbstract('bridges')]);
const towers = makeSeed('Mar 12', ['On Towers', makeAbstract('towers')]);
const answer = (day?: string): string =>
  JSON.stringify([
    {
      title: 'On Bridges',
      publishedAt: '2025-03-10T00:00:00.000Z',
      paper: {
        ...{ id: '2503.00001', title: 'On Bridges', summary: makeAbstract('bridges') },
        ...(day && { submittedOnDailyAt: `${day}T03:00:00.000Z` }),
      },
    },
  ]);

describe('seeds:rename', () => {
  const votes = makeSeed(
    'Mar 11, 2025',
    ['101 OCC-RAG: Small Models', makeAbstract('small models')],
    ['On Towers', makeAbstract('towers')],
  );
  const [old, now] = ['101-occ-rag-small-models', 'occ-rag-small-models'];

  beforeEach(async () => {
    archive.write('2025-03-11.txt', votes);
    await expectSuccess(command('add', archive.seeds));
  });

  test('takes votes out of a permalink, for good, and redirects', async () => {
    const before = archive.ledger();
    const trial = await expectSuccess(command('rename', old, '--dry-run'));
    expect(trial).toContain(`papers/${old}/ redirects to papers/${now}/`);
    expect(archive.ledger()).toBe(before);

    const output = await expectSuccess(command('rename', `papers/${old}/`));
    expect(output).toContain(`papers/${old}/ redirects to papers/${now}/`);
    expect(ledger().papers[0]).toMatchObject({ slug: now, id: old, formerSlugs: [old] });

    // Other votes are no other title.
    archive.write('2025-03-12.txt', votes.replace('101', '103').replace('Mar 11', 'Mar 12'));
    await expectSuccess(command('add', archive.seeds));
    expect(ledger().papers).toHaveLength(2);
    expect(ledger().papers[0]).toMatchObject({ slug: now, formerSlugs: [old] });
  });

  test('gives a slug of choice, and takes a former one back', async () => {
    await expectSuccess(command('rename', old, 'occ'));
    await expectSuccess(command('rename', old, now));
    expect(ledger().papers[0]).toMatchObject({ slug: now, formerSlugs: [old, 'occ'] });
    await expectSuccess(command('rename', now, old));
    expect(ledger().papers[0]).toMatchObject({ slug: old, formerSlugs: ['occ', now] });
    expect(ledger().papers[0]).not.toHaveProperty('id');
    await expectSuccess(command('add', archive.seeds));
    expect(ledger().papers[0].slug).toBe(old);
  });

  test('refuses papers that do not exist, and slugs that are in use or impossible', async () => {
    const before = archive.ledger();
    expect(await expectRefusal(command('rename', '101-occ-rag-smal'))).toContain(old);
    expect(await expectRefusal(command('rename', old, 'on-towers'))).toContain(
      'papers/on-towers/ belongs to "On Towers"',
    );
    expect(await expectRefusal(command('rename', old, 'OCC RAG'))).toContain('lower-case');
    expect(await expectRefusal(command('rename', 'on-towers'))).toContain('NEW-SLUG');
    expect(archive.ledger()).toBe(before);
  });
});

describe('seeds:redate', () => {
  test('gives a pasted page another year, and redirects', async () => {
    archive.write('page.txt', bridges);
    await expectSuccess(command('add', join(archive.seeds, 'page.txt'), '--year', '2024'));
    const before = archive.ledger();
    const trial = await expectSuccess(command('redate', 'page.txt', '2025-03-11', '--dry-run'));
    expect(trial).toContain('days/2024-03-11/ redirects to days/2025-03-11/');
    expect([archive.ledger(), seedNames()]).toEqual([before, ['ledger.json', 'page.txt']]);

    const output = await expectSuccess(command('redate', 'seeds/page.txt', '2025-03-11'));
    expect(output).toContain('days/2024-03-11/ redirects to days/2025-03-11/');
    expect(seedNames()).toEqual(['2025-03-11.txt', 'ledger.json']);
    expect(ledger().captures).toMatchObject([
      { name: '2025-03-11.txt', day: '2025-03-11', formerDays: ['2024-03-11'] },
    ]);
    const redated = archive.ledger();
    await expectSuccess(command('add', archive.seeds));
    expect(archive.ledger()).toBe(redated);
  });

  test('gives an answer without a day another one and back, and redirects', async () => {
    archive.write('2025-03-11-2.json', answer());
    archive.write('2025-03-11.txt', towers.replace('Mar 12', 'Mar 11'));
    await expectSuccess(command('add', archive.seeds));
    const output = await expectSuccess(command('redate', '2025-03-11-2.json', '2025-03-13'));
    expect(output).toContain('days/2025-03-11/ stays, with 1 capture.');
    expect(output).toContain('days/2025-03-13/ is new.');
    expect(seedNames()).toEqual(['2025-03-11.txt', '2025-03-13.json', 'ledger.json']);
    const capture = () => ledger().captures.find(({ name }) => name.endsWith('.json'));
    expect(capture()).toMatchObject({ day: '2025-03-13', formerDays: ['2025-03-11'] });
    await expectSuccess(command('redate', '2025-03-13.json', '2025-03-11'));
    expect(capture()).toMatchObject({ day: '2025-03-11', formerDays: ['2025-03-13'] });
    expect(ledger().captures).toHaveLength(2);
  });

  test('refuses a capture that gives its day itself, and says how to correct it', async () => {
    archive.write('2025-03-12.json', answer('2025-03-12'));
    archive.write('page.txt', bridges);
    archive.write('full.txt', towers.replace('Mar 12', 'Mar 12, 2025'));
    for (const name of ['2025-03-12.json', 'page.txt', 'full.txt']) {
      const output = await expectRefusal(command('redate', name, '2025-03-14'));
      expect(output).toContain('date/fixed');
      expect(output).toContain(`npm run seeds:add -- seeds/${name}`);
    }
    expect(await expectRefusal(command('redate', 'page.txt', '2025-02-30'))).toContain('DATE');
    expect(await expectRefusal(command('redate', 'paeg.txt', '2025-03-11'))).toContain('page.txt');
    expect(seedNames()).toEqual(['2025-03-12.json', 'full.txt', 'page.txt']);
  });
});

describe('seeds:remove', () => {
  test('removes a capture and says what has none any more', async () => {
    archive.write('2025-03-11.txt', bridges);
    archive.write('2025-03-12.txt', towers);
    await expectSuccess(command('add', archive.seeds));
    const before = archive.ledger();
    const trial = await expectSuccess(command('remove', '2025-03-12.txt', '--dry-run'));
    const output = await expectSuccess(command('remove', join(archive.seeds, '2025-03-12.txt')));
    for (const text of [trial, output]) {
      expect(text).toContain('days/2025-03-12/ has no capture any more');
      expect(text).toContain('papers/on-towers/ has no capture any more');
      expect(text).not.toContain('bridges');
    }
    expect(seedNames()).toEqual(['2025-03-11.txt', 'ledger.json']);
    expect(archive.ledger()).toBe(before);
  });

  test('removes a file that cannot be read, but no file elsewhere nor the ledger', async () => {
    archive.write('2025-03-11.txt', bridges);
    archive.write('broken.txt', 'Mar 12');
    const output = await expectSuccess(command('remove', 'broken.txt'));
    expect(output).toContain('No address changes.');
    expect(seedNames()).toEqual(['2025-03-11.txt', 'ledger.json']);
    await expectRefusal(command('remove', 'ledger.json'));
    await expectRefusal(command('remove', '../seeds/../elsewhere/2025-03-11.txt'));
    expect(seedNames()).toEqual(['2025-03-11.txt', 'ledger.json']);
  });
});

describe('a run that nobody watches', () => {
  const schedule = { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_EVENT_NAME: 'schedule' };

  test('skips what cannot be read if it is scheduled, with an annotation', async () => {
    archive.write('2025-03-11.txt', bridges);
    archive.write('broken.txt', 'Mar 12');
    const add = (env: Record<string, string>) =>
      archive.run('scripts/seeds-add.ts', [archive.seeds], { env });
    expect(await expectRefusal(add({ ...schedule, GITHUB_EVENT_NAME: 'push' }))).toContain(
      'broken.txt',
    );
    for (const output of [
      await expectSuccess(add(schedule)),
      await expectSuccess(archive.build(schedule)),
    ]) {
      expect(output.match(/^::error file=seeds\/broken\.txt,/gm)).toHaveLength(1);
      expect(output).toContain('1 seed with faults skipped');
    }
    expect(archive.text('days/2025-03-11/index.html')).toContain('On Bridges');
    expect(await expectRefusal(archive.build({ CI: 'true' }))).toContain('broken.txt');
    archive.remove('2025-03-11.txt');
    await expectRefusal(archive.build(schedule));
  });

  test('assumes the year of the last week only', async () => {
    archive.write('page.txt', bridges);
    const add = (path: string, today: string, input = '') =>
      archive.run('scripts/seeds-add.ts', [path], {
        input,
        env: { CI: 'true', DAYLEAF_TODAY: today },
      });
    for (const output of [
      await expectRefusal(add(join(archive.seeds, 'page.txt'), '2025-03-19')),
      await expectRefusal(add('-', '2025-03-19', towers.replace('Mar 12', 'Mar 10'))),
    ]) {
      expect(output).toContain('date/assumed-year');
      expect(output).toContain('--year 2025');
    }
    expect(seedNames()).toEqual(['page.txt']);
    await expectSuccess(add(archive.seeds, '2025-03-18'));
    await expectSuccess(add(archive.seeds, '2025-06-01'));
    expect(ledger().captures).toMatchObject([{ day: '2025-03-11' }]);
  });
});
