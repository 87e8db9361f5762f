// Checks the re-typed receipt code without sending it anywhere, and warns before it is lost.
document.documentElement.classList.add('js');
const form = document.querySelector('form[data-retype]');
const plain = (text) => text.normalize('NFKC').toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
let known = false;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const shown = plain(document.querySelector('[data-code]').textContent);
  known = plain(form.elements.namedItem('again').value) === shown;
  const result = document.getElementById('retype-result');
  result.textContent = known ? result.dataset.good : result.dataset.bad;
  result.className = known ? 'good' : 'problem';
});
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
window.addEventListener('beforeunload', (event) => {
  if (!known) event.preventDefault();
});
