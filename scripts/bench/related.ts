import { parseArgs } from 'node:util';
import { currentWording } from '../../src/archive/archive.ts';
import { findRelated } from '../../src/archive/find-related.ts';
import { toWordsAndFormulas } from '../../src/render/to-text.ts';
import { seedsFolder } from '../../src/store/locations.ts';
import { exitOnFault, UsageError } from '../exit-on-fault.ts';
import { readSoundArchive } from '../register-seeds.ts';

const usage = `npm run bench:related -- [--seeds DIR] [--sizes 1250,2500,5000,10000] [--show N]
  what finding related papers costs, in processor time; DIR as npm run bench:seeds -- --entries all --out DIR makes it`;

/** Measures `findRelated` over parts of an archive, as captured; papers are taken evenly from all of it. */
await exitOnFault(async () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: seedsFolder() },
      sizes: { type: 'string', default: '1250,2500,5000,10000' },
      show: { type: 'string', default: '0' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => size > 0)) throw new UsageError(usage);
  const { archive } = await readSoundArchive(values.seeds);
  const papers = archive.papers.map((paper) => {
    const { title, abstract } = currentWording(paper);
    return {
      slug: paper.slug,
      title: toWordsAndFormulas([{ text: title }]),
      abstract: toWordsAndFormulas([{ text: abstract }]),
    };
  });
  const rows = sizes.map((size) => {
    const step = Math.max(1, papers.length / size);
    const part = papers.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
    const before = process.cpuUsage();
    const { related, steps } = findRelated(part);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    const found = [...related.values()].reduce((sum, list) => sum + list.length, 0);
    return {
      papers: part.length,
      ms: Math.round(ms),
      'µs a paper': Math.round((1000 * ms) / part.length),
      'steps a paper': Math.round(steps / part.length),
      'related a paper': Number((found / part.length).toFixed(2)),
    };
  });
  console.table(rows);
  showLists(papers, Number(values.show));
});

/** Prints the lists of some papers, for judging them by eye. */
function showLists(papers: Parameters<typeof findRelated>[0], most: number): void {
  if (most === 0) return;
  const { related } = findRelated(papers);
  const titles = new Map(papers.map(({ slug, title }) => [slug, title.text]));
  const lists = [...related];
  for (let i = 0; i < most; i++) {
    const [slug, list] = lists[Math.floor(((i + 0.5) * lists.length) / most)];
    console.log(`\n${titles.get(slug)}`);
    for (const { slug: other, shared } of list) {
      const words = shared.map((term) => ('text' in term ? term.text : `$${term.latex}$`));
      console.log(`   ${titles.get(other)}\n      ${words.join(' · ')}`);
    }
  }
}
