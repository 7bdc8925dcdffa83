import { setPreference } from '../page/preferences.ts';
import { sortList } from './sort-list.ts';

/** Starts the switch between the captured order of lists and that by votes. */
export function startOrderSwitch(document: Document): void {
  for (const button of document.querySelectorAll('[data-order-switch]')) {
    button.addEventListener('click', () => {
      setPreference('order', document.documentElement.dataset.order ? undefined : 'votes');
      for (const list of document.querySelectorAll('.contents')) sortList(list);
    });
  }
}
