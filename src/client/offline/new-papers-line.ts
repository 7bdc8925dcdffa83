/** Says, once, that there is a newer build than the one this page is of. */
export function showNewPapers(): void {
  if (document.querySelector('.new-papers')) return;
  const line = document.createElement('p');
  line.className = 'new-papers';
  line.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'word';
  button.textContent = 'reload';
  button.addEventListener('click', () => location.reload());
  document.body.append(line);
  // A live region speaks of what comes into it after it is there.
  setTimeout(() => line.append('New papers: ', button), 50);
}
