/**
 * The button 用我现在的位置: asks the browser where it is, writes it into the form's `lat` and `lng`, and sends the
 * form where that is wanted. Plain ES2018 for old phones; without it the button is never shown.
 */
export const LOCATION_JS = `(function () {
  'use strict';
  if (!('geolocation' in navigator)) return;
  document.querySelectorAll('[data-locate]').forEach(function (box) {
    var form = box.closest('form');
    var button = box.querySelector('button');
    var status = box.querySelector('[role=status]');
    if (!form || !button || !status) return;
    box.hidden = false;
    button.addEventListener('click', function () {
      button.disabled = true;
      status.textContent = box.dataset.waiting;
      navigator.geolocation.getCurrentPosition(
        function (position) {
          button.disabled = false;
          form.elements.lat.value = position.coords.latitude.toFixed(5);
          form.elements.lng.value = position.coords.longitude.toFixed(5);
          var from = form.elements.from;
          if (from) {
            if (!from.querySelector('option[value=here]')) from.add(new Option(box.dataset.here, 'here'));
            from.value = 'here';
          }
          status.textContent = box.dataset.done;
          if (box.dataset.locate === 'send') form.requestSubmit ? form.requestSubmit() : form.submit();
        },
        function () {
          button.disabled = false;
          status.textContent = box.dataset.failed;
        },
        { enableHighAccuracy: true, timeout: 10000, maximumAge: 60000 }
      );
    });
  });
})();
`;
