// The consent dialog of a shop that keeps to the rules: asks once, remembers either answer, and both answers lead on.
(() => {
  const dialog = document.getElementById('consent');
  const choose = (answer) => {
    localStorage.setItem('privacy-choice', answer);
    dialog.hidden = true;
    document.dispatchEvent(new CustomEvent('privacy-choice', { detail: answer }));
  };
  dialog.hidden = localStorage.getItem('privacy-choice') !== null;
  document.getElementById('refuse').addEventListener('click', () => choose('refuse'));
  document.getElementById('agree').addEventListener('click', () => choose('agree'));
})();
