const modernId = /^(\d{4}\.\d{4,5})(?:v\d+)?$/;
const earlyId = /^([a-z-]+)(?:\.[A-Za-z-]+)?(\/\d{7})(?:v\d+)?$/;

/**
 * An arXiv identifier without its version; undefined for any other text. The subject class of an early one is left out:
 * `math.GT/0309136` and `math/0309136` are one paper, `hep-th/9901001` and `math/9901001` are two.
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function readArxivId(text: string): string | undefined {
  const [, archive, number] = earlyId.exec(text) ?? [];
  return archive === undefined ? modernId.exec(text)?.[1] : `${archive}${number}`;
}

/**
 * Divides an arXiv id, as `readArxivId` returns it, into the name of the file in which it is looked up and its key there:
 * `2503.03601` → `2503` and `03601`; `math/0211159` → `math-0211` and `159`.
 */
export function splitArxivId(id: string): { file: string; key: string } {
  const [, archive, month = '', key = ''] = /^(?:([a-z-]+)\/)?(\d{4})\.?(\d+)$/.exec(id) ?? [];
  return { file: archive === undefined ? month : `${archive}-${month}`, key };
}
