import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { Archive, Paper, Revision } from '../../src/archive/archive.ts';
import type { PaperData, RevisionData, VolumeData } from '../../src/export/data-schemas.ts';
import { channel } from '../../src/restore/channel.ts';
import { joinCaptured, joinRestored } from '../../src/restore/segments.ts';
import type { BuiltSite, Finding, SiteCheck } from './site-pages.ts';

/** All papers, or the files that have them. */
export const linesFile = 'api/papers.jsonl';

/** All papers, and which files are not as the list of them says. */
async function readLines(site: BuiltSite): Promise<{ lines: PaperData[]; faults: Finding[] }> {
  const lines: PaperData[] = [];
  const faults: Finding[] = [];
  for (const line of await readJsonLines<PaperData | VolumeData>(site, linesFile)) {
    if (!('sha256' in line)) {
      lines.push(line);
      continue;
    }
    const file = line.url.slice(site.siteUrl.href.length);
    const content = await readFile(join(site.folder, file));
    const own = await readJsonLines<PaperData>(site, file);
    const isListed = line.bytes === content.length && line.sha256 === hash('sha256', content);
    if (!isListed || own.length !== line.papers)
      faults.push({ file, message: `is not as ${linesFile} lists it` });
    lines.push(...own);
  }
  return { lines, faults };
}

async function readJsonLines<Line>(site: BuiltSite, file: string): Promise<Line[]> {
  const text = await readFile(join(site.folder, file), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Line => JSON.parse(line));
}

/** What was captured can be had back from the data, to the letter, and what was restored is proven. */
export function dataTexts(archive: Archive): SiteCheck {
  return {
    name: 'the data gives every captured text back, and what is restored in it is proven',
    async find(site) {
      const { lines, faults } = await readLines(site);
      const bySlug = new Map(lines.map((line) => [line.slug, line]));
      const count = archive.papers.length;
      const findings: Finding[] = [
        ...faults,
        ...(lines.length === count
          ? []
          : [{ file: linesFile, message: `has ${lines.length} papers, not ${count}` }]),
      ];
      for (const paper of archive.papers) {
        const line = bySlug.get(paper.slug);
        const faults = line ? findFaults(paper, line) : ['is not there'];
        for (const fault of faults) {
          findings.push({ file: linesFile, message: `${paper.slug} ${fault}` });
        }
      }
      return findings;
    },
  };
}

function findFaults(paper: Paper, line: PaperData): string[] {
  // The paper names every place where it stood, an earlier revision its own: that one goes first.
  const revisions: RevisionData[] = [...(line.earlier ?? []), line];
  const places = paper.listings.map(({ day, capture, rank, revision }) => {
    const { title, abstract } = paper.revisions[revision] as Revision;
    const held = revisions.find(({ captures }) =>
      captures.some((c) => c.day === day && c.capture === capture && c.rank === rank),
    );
    const isSame =
      held && readCaptured(held.title) === title && readCaptured(held.abstract) === abstract;
    return isSame ? [] : [`is not as captured in ${capture}, rank ${rank}`];
  });
  const texts = revisions.flatMap(({ title, abstract }) => [title, abstract]);
  return [...places.flat(), ...texts.flatMap(findTextFaults)];
}

/** Forms that are the same as the plain text are left out. */
const readCaptured = ({ text, captured = text }: RevisionData['title']): string => captured;

function findTextFaults(forms: RevisionData['title']): string[] {
  const captured = readCaptured(forms);
  const { text, restored = text, segments = [{ text: captured }] } = forms;
  const where = captured.slice(0, 40);
  // LaTeX that the capture still holds is changed by the channel, restored or not.
  const isLive = channel(captured) !== captured;
  return [
    joinCaptured(segments) !== captured && `has segments that are not the text "${where}"`,
    joinRestored(segments) !== restored && `has other formulas in its segments than in "${where}"`,
    !isLive && channel(restored) !== captured && `is not proven where it says "${where}"`,
  ].flatMap((fault) => fault || []);
}

/** The files of a volume, and those of single papers if the maintainer has turned them on. */
const markdownFile = /^(volumes|papers)\/[^/]+\.md$/;

/** Each document of a Markdown file is a paper, and its front matter is YAML that says which. */
export const frontMatter: SiteCheck = {
  name: 'the front matter of each paper in Markdown gives title, address and links back',
  async find(site) {
    const { lines } = await readLines(site);
    const byUrl = new Map(lines.map((line) => [line.url, line]));
    const findings: Finding[] = [];
    const described = { volumes: new Set<string>(), papers: new Set<string>() };
    for (const file of site.files) {
      const [, folder] = markdownFile.exec(file) ?? [];
      if (folder === undefined) continue;
      const text = await readFile(join(site.folder, file), 'utf8');
      for (const [, yaml = ''] of text.matchAll(/^---\n(title: ".*?)\n---\n/gms)) {
        const { title, url, days, links } = (load(yaml) ?? {}) as Record<string, string>;
        const line = byUrl.get(url);
        described[folder as keyof typeof described].add(url);
        const isSame =
          JSON.stringify([title, days, links]) ===
          JSON.stringify([line?.title.text, line?.days, line?.links]);
        if (!isSame)
          findings.push({ file, message: `its front matter is not of a paper: ${yaml}` });
      }
    }
    for (const { slug, url, markdownUrl } of lines) {
      if (!described.volumes.has(url))
        findings.push({ file: linesFile, message: `${slug} is in no volume of Markdown` });
      if (markdownUrl && !described.papers.has(url))
        findings.push({ file: linesFile, message: `${slug} has no Markdown file` });
    }
    return findings;
  },
};
