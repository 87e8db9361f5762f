// Small helpers that every sample shop shares: pages by hash, toast, cart, switches. It sends and stores nothing by itself.
(() => {
  const $ = (q, root = document) => root.querySelector(q);
  const $$ = (q, root = document) => [...root.querySelectorAll(q)];
  const guards = {};
  const first = () => $('[data-page]')?.dataset.page;
  const current = () => decodeURIComponent(location.hash.slice(1)) || first();

  function show() {
    const pages = $$('[data-page]');
    if (!pages.length) return;
    const name = pages.some((p) => p.dataset.page === current()) ? current() : first();
    for (const page of pages) page.hidden = page.dataset.page !== name;
    window.scrollTo(0, 0);
    document.dispatchEvent(new CustomEvent('kit:page', { detail: name }));
  }
  /** A guard may return false to keep the visitor from a page. */
  function go(name) {
    if (guards[name] && guards[name]() === false) return;
    if (current() === name) show();
    else location.hash = name;
  }
  function toast(text) {
    const box = document.createElement('div');
    box.className = 'toast';
    box.setAttribute('role', 'status');
    box.textContent = text;
    document.body.append(box);
    setTimeout(() => box.remove(), 1800);
  }
  const cart = { count: 0, sum: 0 };
  document.addEventListener('click', (event) => {
    const go_ = event.target.closest('[data-go]');
    if (go_) { event.preventDefault(); go(go_.dataset.go); }
    const add = event.target.closest('[data-add]');
    if (add) {
      cart.count += 1;
      cart.sum += Number(add.dataset.add);
      for (const node of $$('[data-cart]')) node.textContent = `已选 ${cart.count} 件 ￥${cart.sum.toFixed(2)}`;
      for (const node of $$('[data-sum]')) node.textContent = `￥${cart.sum.toFixed(2)}`;
    }
    const flip = event.target.closest('.switch');
    if (flip) flip.setAttribute('aria-checked', String(flip.getAttribute('aria-checked') !== 'true'));
    const close = event.target.closest('[data-close]');
    if (close) close.closest('.mask').hidden = true;
    const say = event.target.closest('[data-toast]');
    if (say) { event.preventDefault(); toast(say.dataset.toast); }
  });
  addEventListener('hashchange', show);
  document.addEventListener('DOMContentLoaded', show);
  window.kit = { $, $$, go, toast, cart, guards };
})();
