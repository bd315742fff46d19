/**
 * Completions below a field with `data-suggest`: a combobox with a list (WAI-ARIA authoring practices, editable
 * combobox with list autocomplete). Arrow keys choose, Enter takes, Escape closes; waits until nobody types for a moment,
 * and is silent where the answer does not come. Letters of a word that is still being composed are completed as well.
 * Plain ES2018; without it the field is a field.
 */
export const SUGGEST_JS = `(function () {
  'use strict';
  if (!('fetch' in window)) return;
  document.querySelectorAll('input[data-suggest]').forEach(function (input, number) {
    var id = 'suggest-' + number;
    var list = document.createElement('ul');
    var status = document.createElement('span');
    var items = [];
    var at = -1;
    var timer = 0;
    var asked = 0;
    list.id = id;
    list.className = 'suggestions';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', input.dataset.suggestLabel || '');
    status.className = 'visually-hidden';
    status.setAttribute('role', 'status');
    var frame = document.createElement('div');
    frame.className = 'suggest-frame';
    input.parentNode.insertBefore(frame, input);
    frame.appendChild(input);
    frame.appendChild(list);
    frame.appendChild(status);
    // A field for searching may not be a combobox; a text field with its keyboard may.
    input.type = 'text';
    input.setAttribute('inputmode', 'search');
    input.setAttribute('enterkeyhint', 'search');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', id);
    input.setAttribute('aria-expanded', 'false');
    input.autocomplete = 'off';

    function parts() {
      var cut = Math.max(input.value.lastIndexOf(' '), input.value.lastIndexOf('\\u3001'), input.value.lastIndexOf('\\uff0c'));
      return { before: input.value.slice(0, cut + 1), last: input.value.slice(cut + 1) };
    }
    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }
    function mark(next) {
      if (items.length === 0) return;
      at = (next + items.length + 1) % (items.length + 1);
      Array.prototype.forEach.call(list.children, function (option, i) {
        option.setAttribute('aria-selected', String(i === at));
      });
      if (at < items.length) {
        input.setAttribute('aria-activedescendant', id + '-' + at);
        list.children[at].scrollIntoView({ block: 'nearest' });
      } else input.removeAttribute('aria-activedescendant');
    }
    function take(i) {
      input.value = parts().before + items[i].text;
      close();
      input.focus();
    }
    function show(found) {
      items = found;
      at = items.length;
      list.textContent = '';
      items.forEach(function (item, i) {
        var option = document.createElement('li');
        option.id = id + '-' + i;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        option.textContent = item.text;
        if (item.canonical !== item.text) {
          var name = document.createElement('small');
          name.textContent = item.canonical;
          option.appendChild(name);
        }
        // Before the field loses the keyboard.
        option.addEventListener('mousedown', function (event) {
          event.preventDefault();
          take(i);
        });
        list.appendChild(option);
      });
      list.hidden = items.length === 0;
      input.setAttribute('aria-expanded', String(items.length > 0));
      input.removeAttribute('aria-activedescendant');
      status.textContent = items.length === 0 ? '' : (input.dataset.suggestCount || '').replace('#', items.length);
    }
    function ask() {
      var typed = parts().last.trim();
      var mine = ++asked;
      if (typed === '') return show([]);
      fetch(input.dataset.suggest + '?q=' + encodeURIComponent(typed))
        .then(function (answer) { return answer.ok ? answer.json() : { items: [] }; })
        .then(function (answer) {
          if (mine !== asked || document.activeElement !== input) return;
          var only = answer.items.length === 1 && answer.items[0].text === typed;
          show(only ? [] : answer.items);
        })
        .catch(function () { show([]); });
    }
    input.addEventListener('input', function () {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    input.addEventListener('blur', function () { clearTimeout(timer); asked++; close(); });
    input.addEventListener('keydown', function (event) {
      if (event.isComposing || list.hidden) return;
      if (event.key === 'ArrowDown') { event.preventDefault(); mark(at === items.length ? 0 : at + 1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); mark(at === 0 ? items.length : at - 1); }
      else if (event.key === 'Escape') { event.preventDefault(); close(); }
      else if (event.key === 'Enter' && at >= 0 && at < items.length) { event.preventDefault(); take(at); }
    });
  });
})();
`;
