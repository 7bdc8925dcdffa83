/** A link of `llms.txt`. */
export interface LlmsLink {
  /** Plain text. */
  name: string;
  url: string;
  /** Plain text. */
  note?: string;
}

/** The content of `llms.txt`; all texts are plain. */
export interface LlmsText {
  name: string;
  summary: string;
  /** Paragraphs. */
  details: readonly string[];
  sections: readonly { heading: string; links: readonly LlmsLink[] }[];
}

/**
 * Returns `llms.txt`, the entry point for language models. Sections without links are left out.
 * @see https://llmstxt.org/
 */
export function writeLlmsText({ name, summary, details, sections }: LlmsText): string {
  const blocks = [`# ${escapeMarkdown(name)}`, `> ${escapeMarkdown(summary)}`];
  blocks.push(...details.map(escapeMarkdown));
  for (const { heading, links } of sections.filter(({ links }) => links.length > 0)) {
    const lines = links.map(
      ({ name, url, note }) =>
        `- [${escapeMarkdown(name)}](${url})${note ? `: ${escapeMarkdown(note)}` : ''}`,
    );
    blocks.push(`## ${escapeMarkdown(heading)}`, lines.join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Returns one line of Markdown that renders as a plain text. */
const escapeMarkdown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>$~|&#]/g, '\\$&');
