const shop = window.kit;
const { $ } = shop;

// The dialog comes late, offers one answer, and the trackers have run long before it.
setTimeout(() => {
  if (!localStorage.getItem('agreed')) $('#consent').hidden = false;
}, 3000);
$('#agree').addEventListener('click', () => {
  localStorage.setItem('agreed', '1');
  $('#consent').hidden = true;
});

// The membership layer returns at each stage of the meal, whatever was answered before.
let last = '';
document.addEventListener('kit:page', (event) => {
  if (event.detail !== 'follow' && event.detail !== last) setTimeout(() => ($('#member').hidden = false), 600);
  last = event.detail;
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-add]') && shop.cart.count % 2 === 1) $('#member').hidden = false;
});

$('#agree-line').addEventListener('click', (event) => {
  if (!event.target.closest('a')) event.currentTarget.classList.toggle('checked');
});

// What the guest types goes to the counting service while it is being typed, base64 in a query.
$('#order [name=phone]').addEventListener('input', (event) => {
  if (event.target.value.length < 11) return;
  const packed = btoa(JSON.stringify({ m: event.target.value, vid: window._tj?.id }));
  navigator.sendBeacon(`http://collect.tongji-demo.test/ev?d=${encodeURIComponent(packed)}`);
});
