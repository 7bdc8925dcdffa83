import type * as ordinary from '../client/page/fetch-text.ts';
import { readFile } from './read-file.ts';
import { readPage } from './read-page.ts';

/** As `src/client/page/fetch-text.ts`, whose place it takes, without a server. */
export const fetchText: typeof ordinary.fetchText = (address) =>
  /\.html(?:[?#]|$)/.test(address) ? readPage(address) : readFile(address);
