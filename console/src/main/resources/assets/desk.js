// Three small things the server cannot do: keep ages true, say that something changed, and keys.
(function () {
  'use strict';

  const body = document.body;
  const word = (name, ...values) =>
    values.reduce((text, value, i) => text.replace('{' + i + '}', value), body.dataset[name] || '');

  // ---- ages, in the same words the server uses

  const MINUTE = 60000;

  function span(millis) {
    const minutes = Math.max(0, Math.floor(millis / MINUTE));
    if (minutes < 1) return word('tNow');
    if (minutes < 60) return word('tMinutes', minutes);
    if (minutes < 48 * 60) {
      const rest = minutes % 60;
      const hours = Math.floor(minutes / 60);
      return rest === 0 ? word('tHours', hours) : word('tHoursMinutes', hours, rest);
    }
    return word('tDays', Math.floor(minutes / (24 * 60)));
  }

  // The machine at the desk may have a wrong clock: measure from the server's.
  const ahead = Date.now() - Date.parse(body.dataset.now);

  function tick() {
    const now = Date.now() - ahead;
    for (const time of document.querySelectorAll('time[data-age]')) {
      setText(time, span(now - Date.parse(time.dateTime)));
    }
    for (const time of document.querySelectorAll('time[data-due]')) {
      const left = Date.parse(time.dateTime) - now;
      if (Math.abs(left) < MINUTE) setText(time, word('tDue'));
      else setText(time, left < 0 ? word('tOver', span(-left)) : word('tIn', span(left)));
    }
  }

  function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  setInterval(tick, 5000);

  // ---- live changes

  const REST = 1500;
  const status = document.getElementById('live-status');
  let lastPointer = 0;
  let waiting = false;
  let loading = false;
  let missed = false;

  function say(state) {
    if (!status) return;
    status.dataset.state = state;
    setText(status, word('live' + state));
  }

  // Rows must not move under a hand that is about to click.
  // And what changes while the page is being fetched is fetched again afterwards.
  function changed() {
    if (waiting) return;
    if (loading) {
      missed = true;
      return;
    }
    const wait = lastPointer + REST - Date.now();
    if (wait > 0) {
      waiting = true;
      setTimeout(function () { waiting = false; changed(); }, wait);
    } else {
      body.dispatchEvent(new CustomEvent('desk:changed'));
    }
  }

  body.addEventListener('htmx:beforeRequest', function () { loading = true; });
  ['htmx:afterSettle', 'htmx:responseError', 'htmx:sendError', 'htmx:timeout', 'htmx:sendAbort'].forEach(function (end) {
    body.addEventListener(end, function () {
      loading = false;
      if (missed) {
        missed = false;
        setTimeout(changed, 0);
      }
    });
  });

  document.addEventListener('pointermove', function (event) {
    if (event.target.closest && event.target.closest('[data-live-part]')) lastPointer = Date.now();
  }, { passive: true });

  function follow(address) {
    const source = new EventSource(address);
    // What changed while the page was on its way was told to nobody, so the first connection asks too.
    let lost = true;
    source.addEventListener('connected', function () {
      say('On');
      if (lost) changed();
      lost = false;
    });
    source.addEventListener('changed', changed);
    source.onerror = function () {
      lost = true;
      say(source.readyState === EventSource.CLOSED ? 'Ended' : 'Off');
    };
    window.addEventListener('pagehide', function () { source.close(); });
  }

  if (body.dataset.live) follow(body.dataset.live);
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) window.location.reload();
  });

  // ---- after a part of the page was replaced: what is new, what stood open

  const known = new Set();
  const open = new Set();

  function rows() {
    return Array.from(document.querySelectorAll('[data-case]'));
  }

  rows().forEach(function (row) { known.add(row.dataset.case); });

  body.addEventListener('htmx:beforeSwap', function () {
    open.clear();
    document.querySelectorAll('details[id][open]').forEach(function (one) { open.add(one.id); });
  });

  body.addEventListener('htmx:afterSettle', function (event) {
    open.forEach(function (id) {
      const one = document.getElementById(id);
      if (one) one.open = true;
    });
    const fresh = rows().filter(function (row) { return !known.has(row.dataset.case); });
    fresh.forEach(function (row) { known.add(row.dataset.case); });
    if (fresh.length && event.detail.requestConfig.triggeringEvent
        && event.detail.requestConfig.triggeringEvent.type === 'desk:changed') {
      fresh.forEach(function (row) { row.classList.add('fresh'); });
      const place = document.getElementById('announce');
      if (place) place.textContent = word('liveNew', fresh.length);
    }
    tick();
  });

  // ---- keys

  function step(by) {
    const links = Array.from(document.querySelectorAll('[data-case] a'));
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    const to = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
    links[Math.max(0, Math.min(links.length - 1, to))].focus();
  }

  document.addEventListener('keydown', function (event) {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === '/') {
      const first = document.querySelector('#filter select');
      if (first) { event.preventDefault(); first.focus(); }
    }
  });

  // A form that is on its way is not sent again by a second click.
  document.addEventListener('submit', function (event) {
    const button = event.target.querySelector('button[data-once]');
    if (button) setTimeout(function () { button.disabled = true; }, 0);
  });
})();
