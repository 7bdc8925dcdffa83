import { getFeedPaths } from '../../../queries/feeds.ts';

/** `/feeds/months/2025-03.xml` and `.json`, and archive documents: `/feeds/papers/12.xml`. */
export { GET } from '../[feed].[format].ts';

export const getStaticPaths = () => getFeedPaths({ hasPage: true });
