/**
 * Findings beside the fields of a form with `data-check`, while somebody writes: after a pause the form asks its own
 * address what the button 检查 would say, and takes the `data-findings` parts out of the answer. What was typed
 * meanwhile stays; an answer that comes late is dropped; where none comes, the button still does it. Plain ES2018.
 */
export const CHECK_JS = `(function () {
  'use strict';
  if (!('fetch' in window && 'DOMParser' in window)) return;
  var PAUSE = 1000;
  document.querySelectorAll('form[data-check]').forEach(function (form) {
    var timer = 0;
    var asked = 0;
    function parts(of) { return of.querySelectorAll('[data-findings]'); }
    function show(html) {
      var answered = {};
      parts(new DOMParser().parseFromString(html, 'text/html')).forEach(function (part) {
        answered[part.dataset.findings] = part;
      });
      parts(form).forEach(function (part) {
        var now = answered[part.dataset.findings];
        if (!now || now.innerHTML === part.innerHTML) return;
        part.innerHTML = now.innerHTML;
        var folded = part.closest('details');
        if (folded && part.children.length > 0) folded.open = true;
      });
    }
    function ask() {
      var turn = ++asked;
      var body = new URLSearchParams(new FormData(form));
      body.set('action', 'check');
      // The buttons are called action, and hide the property of that name.
      fetch(form.getAttribute('action'), { method: 'POST', body: body, headers: { accept: 'text/html' } })
        .then(function (answer) { return answer.ok ? answer.text() : null; })
        .then(function (html) { if (html !== null && turn === asked) show(html); })
        .catch(function () {});
    }
    function later() {
      asked += 1;
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }
    form.addEventListener('input', later);
    form.addEventListener('change', later);
    // Words that are still being composed are not yet written.
    form.addEventListener('compositionend', later);
    form.addEventListener('submit', function () { clearTimeout(timer); asked += 1; });
  });
})();
`;
