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

/** A key and what it does, in the words of the dialog that lists them. */
interface KeyLine {
  key: string;
  action: KeyAction;
  says: string;
}

/** All keys: what the pages listen to and what the dialog lists. */
export const keyTable: readonly KeyLine[] = [
  { key: '/', action: 'search', says: 'Search' },
  { key: 'j', action: 'next', says: 'Next paper' },
  { key: 'k', action: 'previous', says: 'Previous paper' },
  { key: 'o', action: 'open', says: 'Open the paper, as Enter does' },
  { key: 's', action: 'save', says: 'Save the paper, or take it off the list' },
  { key: 'm', action: 'read', says: 'Mark the paper as read or unread' },
  { key: 't', action: 'theme', says: 'Light or dark' },
  { key: '?', action: 'keys', says: 'Show these keys' },
];

/** What a press of a key tells of itself: a part of `KeyboardEvent`. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'isComposing'
>;

/**
 * What a press of a key asks for; undefined where it is a browser's or an editor's. Letters mean the
 * same with caps lock, but not with shift; held down, only those act again that lead on.
 */
export function readKey(press: KeyPress): KeyAction | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey || press.isComposing) return undefined;
  const key = press.shiftKey ? press.key : press.key.toLowerCase();
  const action = keyTable.find((line) => line.key === key)?.action;
  return press.repeat && action !== 'next' && action !== 'previous' ? undefined : action;
}
