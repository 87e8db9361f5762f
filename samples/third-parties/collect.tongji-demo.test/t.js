// Stand-in for a visitor-counting script: makes a lasting visitor number at once and reports the visit.
(function () {
  var key = '_tj_vid';
  var id = localStorage.getItem(key);
  if (!id) {
    id = 'v' + Date.now().toString(16) + Math.random().toString(16).slice(2, 14);
    localStorage.setItem(key, id);
  }
  document.cookie = '_tj_uid=' + id + ';max-age=63072000;path=/';
  new Image().src = 'http://collect.tongji-demo.test/hm.gif?vid=' + id + '&u=' + encodeURIComponent(location.href) + '&sr=' + screen.width + 'x' + screen.height;
  window._tj = { id: id };
})();
