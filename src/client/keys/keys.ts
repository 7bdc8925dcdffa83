/** What a key does. */
export type KeyAction =
  | 'search'
  | 'next'
  | 'previous'
  | 'open'
  | 'save'
  | 'read'
  | 'theme'
  | 'keys';

/** All keys, with the labels that the dialog shows. */
export const keyTable: readonly { key: string; action: KeyAction; label: string }[] = [
  { key: '/', action: 'search', label: 'Search' },
  { key: 'j', action: 'next', label: 'Next paper' },
  { key: 'k', action: 'previous', label: 'Previous paper' },
  { key: 'o', action: 'open', label: 'Open the paper, as Enter does' },
  { key: 's', action: 'save', label: 'Save the paper, or remove it from the list' },
  { key: 'm', action: 'read', label: 'Mark the paper as read or unread' },
  { key: 't', action: 'theme', label: 'Light or dark' },
  { key: '?', action: 'keys', label: 'Show these keys' },
];

/** The part of `KeyboardEvent` that decides what a key does. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing'
>;

/**
 * The action of a key press; undefined for keys of the browser or an input method. Letters work with caps lock but
 * not with shift; only `next` and `previous` repeat.
 */
export function readKey(press: KeyPress): KeyAction | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return undefined;
  const key = press.shiftKey ? press.key : press.key.toLowerCase();
  const action = keyTable.find((line) => line.key === key)?.action;
  return press.repeat && action !== 'next' && action !== 'previous' ? undefined : action;
}
