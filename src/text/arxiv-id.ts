const modernId = /^(\d{4}\.\d{4,5})(?:v\d+)?$/;
const earlyId = /^([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/;

/** An arXiv identifier without its version; undefined for any other text. @see https://info.arxiv.org/help/arxiv_identifier.html */
export const readArxivId = (text: string): string | undefined =>
  (modernId.exec(text) ?? earlyId.exec(text))?.[1];

/**
 * Divides an arXiv id, as `readArxivId` returns it, into the name of the file in which it is looked up and its key there:
 * `2503.03601` → `2503` and `03601`; `math/0211159` → `math-0211` and `159`. The subject class of an early id
 * (`math.GT/0309136`) is left out, because arXiv knows the paper without it, too.
 */
export function splitArxivId(id: string): { file: string; key: string } {
  const [, archive, month = '', key = ''] =
    /^(?:([a-z-]+)(?:\.[A-Z]{2})?\/)?(\d{4})\.?(\d+)$/.exec(id) ?? [];
  return { file: archive === undefined ? month : `${archive}-${month}`, key };
}
