/** The button 打印. Without a script it is not shown, and Ctrl+P does the same. */
export const PRINT_JS = `(function () {
  'use strict';
  document.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });
})();
`;
