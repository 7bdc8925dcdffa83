import { withBase } from '../../urls.ts';
import { type OfflineStore, openStore } from './offline-store.ts';

/** What is kept of the site that this page is of. */
export function openOwnStore(): OfflineStore {
  return openStore(new URL(withBase('/'), location.href).href);
}
