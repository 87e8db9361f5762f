// oxlint-disable no-unused-expressions -- the file is an expression that the collector calls
// Runs in a world of its own beside the page: tells when the document grows or shows something it did not show before.
(function grow(bindingName) {
  'use strict';
  const tell = globalThis[bindingName];
  if (typeof tell !== 'function') return;
  let most = 0;
  let pending = false;
  const all = document.getElementsByTagName('*');
  const look = () => {
    pending = false;
    const count = all.length;
    if (count > most + 4) {
      most = count;
      tell('grown');
    }
  };
  new MutationObserver(() => {
    if (pending) return;
    pending = true;
    setTimeout(look, 60);
  }).observe(document, { childList: true, subtree: true });
})
