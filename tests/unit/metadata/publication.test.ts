import { expect, test } from 'vitest';
import { describePublication, nameVenue } from '../../../src/metadata/publication.ts';

test.each([
  ...['ICLR', 'NeurIPS 2024', "ICML '24", 'ICLR 2025 Workshops: FPI', 'UAI'],
  ...['Proceedings of the European Conference on Computer Vision (ECCV)'],
  ...['Advances in Neural Information Processing Systems'],
  ...['Proceedings of the First Learning on Graphs Conference'],
  ...['Annual Meeting of the Association for Computational Linguistics'],
])('%s is a conference', (venue) => {
  expect(describePublication({ venue }).kind).toBe('conference');
});

test.each([
  ...['JMLR', 'TMLR', 'Trans. Mach. Learn. Res.', 'Journal of Machine Learning Research'],
  ...['IEEE Transactions on Pattern Analysis', 'Phys.Rev.D76:013009,2007', 'Nature'],
  ...['Proceedings of the National Academy of Sciences', 'Neural Networks 26(3)'],
])('%s is a journal', (venue) => {
  expect(describePublication({ venue }).kind).toBe('journal');
});

test.each(['To appear', 'PhD thesis, Leiden', 'Springer'])('%s is neither', (venue) => {
  expect(describePublication({ venue }).kind).toBe('other');
});

test.each([
  [{ published: '2023-11-04' }, '2023-11-04'],
  [{ venue: 'ICLR', published: '2023-11-04' }, '2023-11-04'],
  [{ venue: 'ICLR 2024', published: '2023-11-04' }, '2024'],
  [{ venue: 'ICLR 2024', published: '2024-05' }, '2024-05'],
  [{ venue: 'ICLR 2024' }, '2024'],
  [{ venue: 'Trans. 2000 (2012)', published: '2012' }, '2012'],
  [{}, undefined],
])('the date of %j is %s', (metadata, date) => {
  expect(describePublication(metadata).date).toBe(date);
});

test('a venue has its year once', () => {
  expect(nameVenue('ICLR', '2024')).toBe('ICLR 2024');
  expect(nameVenue('ICLR 2024', '2024')).toBe('ICLR 2024');
  expect(nameVenue('ICLR', undefined)).toBe('ICLR');
});
