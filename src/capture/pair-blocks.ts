import {
  continuesInLowerCase,
  hasSeveralSentences,
  readsAsAbstract,
  readsAsProse,
  readsAsTitle,
} from './prose.ts';
import { charge, extend, type PairedUnit, pickBest, type Readings, type Unit } from './reading.ts';
import { type Block, joinLines } from './split-blocks.ts';

/**
 * Gives each block its part: blocks alternate title, abstract, title, abstract, by position.
 *
 * A reading of the blocks may depart from that only so:
 *
 * 1. A block in a title's place is a *further* paragraph of the abstract before it if it reads as
 *    prose, and that abstract does not begin with what reads as a title.
 * 2. A block of several lines is one text, wrapped, or is *split* where blank lines are missing:
 *    into its lines, or into its first line and the rest, wrapped. A split needs titles that read
 *    as titles and abstracts that read as abstracts, none of them beginning in lower case as a
 *    wrapped line does. A capture without any blank line is split into its lines alone and more
 *    freely: there only a line in lower case that is not several sentences is rejected.
 * 3. A block is an *orphan*: a title without abstract or an abstract without title.
 *
 * Several sentences over fewer are no pair: there the alternation has slipped.
 *
 * Of all readings the one with the fewest orphans is taken, then with the fewest oddities (titles
 * that read as abstracts, abstracts that read as titles, wrapped blocks in which a line before the
 * last is several sentences), then further paragraphs, then splits; among equals the one with its
 * orphans latest. Length decides nothing. It follows that
 *
 * - titles and one-paragraph abstracts come back as they were if no title reads as prose, whatever
 *   the abstracts are: the first departure would be a further paragraph in a true title's place;
 * - a title of several full sentences is taken for prose where that makes pairs too. None of the
 *   10,042 titles measured is one; abstracts of three paragraphs look just the same.
 *
 * The search keeps the best reading for each of three states while it passes the blocks once, so
 * it is linear in them.
 *
 * @returns every unit in order with its role; `orphan` ones are errors
 */
export function pairBlocks(blocks: readonly Block[]): PairedUnit[] {
  const start = { orphans: 0, oddities: 0, furthers: 0, splits: 0, last: undefined };
  let readings: Readings = { titled: undefined, open: undefined, closed: start };
  const isUndivided = blocks.length === 1;
  for (const block of blocks) readings = readBlock(readings, block, isUndivided);

  const steps: PairedUnit[] = [];
  let step = pickBest(readings.closed, readings.open)?.last;
  for (; step; step = step.before) steps.push({ unit: step.unit, role: step.role });
  return steps.reverse();
}

function readBlock(from: Readings, block: Block, isUndivided: boolean): Readings {
  const [first, ...rest] = block;
  const whole = readUnit(from, { ...first, text: joinLines(block), isPart: false }, isUndivided);
  const [second] = rest;
  if (!second) return whole;

  // A wrapped line breaks off; one that is several sentences is more likely a whole abstract.
  const isWrapped = !block.slice(0, -1).some(({ text }) => hasSeveralSentences(text));
  const halves = [first, { ...second, text: joinLines(rest) }];
  const splits = (isWrapped && !isUndivided ? [block, halves] : [block]).map((parts) =>
    parts.reduce((to, part) => readUnit(to, { ...part, isPart: true }, isUndivided), from),
  );
  const pick = (state: keyof Readings) =>
    pickBest(
      isWrapped ? whole[state] : charge(whole[state], 'oddities'),
      ...splits.map((readings) => charge(readings[state], 'splits')),
    );
  return { titled: pick('titled'), open: pick('open'), closed: pick('closed') };
}

/** Every way to go on with one unit: what `titled`, `open` and `closed` are after it. */
function readUnit({ titled, open, closed }: Readings, unit: Unit, isUndivided: boolean): Readings {
  const { text, isPart } = unit;
  const isTitleLike = readsAsTitle(text);
  const isStart =
    !isPart || !continuesInLowerCase(text) || (isUndivided && hasSeveralSentences(text));
  const isTrusted = !isPart || isUndivided;
  const mayBeTitle = isStart && (isTrusted || isTitleLike);
  const mayBeAbstract = isStart && (isTrusted || readsAsAbstract(text));
  const hasSlipped =
    !hasSeveralSentences(text) && hasSeveralSentences(titled?.last?.unit.text ?? '');

  const free = pickBest(closed, open);
  const orphan = isStart ? extend(free, unit, 'orphan') : undefined;
  const title = mayBeTitle ? extend(free, unit, 'title', readsAsAbstract(text)) : undefined;
  const abstract =
    mayBeAbstract && !hasSlipped ? extend(titled, unit, 'abstract', isTitleLike) : undefined;
  const further = readsAsProse(text) ? extend(open, unit, 'further') : undefined;
  return isTitleLike
    ? { titled: title, open: undefined, closed: pickBest(orphan, abstract) }
    : { titled: title, open: pickBest(abstract, further), closed: orphan };
}
