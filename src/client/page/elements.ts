/** An element with properties and content; strings become text nodes. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A button that does not submit a form. */
export function makeButton(label: string, onClick: () => void): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', textContent: label });
  button.addEventListener('click', onClick);
  return button;
}

/** A dialog at the end of the page that also closes with a click beside it. */
export function makeDialog(
  className: string,
  ariaLabel: string,
  ...children: Node[]
): HTMLDialogElement {
  const dialog = makeElement('dialog', { className, ariaLabel }, ...children);
  // A click on the backdrop has the dialog itself as its target.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
