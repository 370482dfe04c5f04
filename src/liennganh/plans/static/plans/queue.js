/* One decision at a time: keys press the card's buttons, the text follows, the focus is never lost. */
"use strict";
(() => {
  const root = document.getElementById("lan-luot");
  if (!root) return;
  const card = () => document.getElementById("quyet-dinh");
  const pane = () => document.getElementById("van-ban");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let busy = false;

  /* Light the item's own sentence and scroll the text alone, never the page. */
  function light() {
    for (const lit of root.querySelectorAll("mark.lit")) lit.classList.remove("lit");
    const key = card().dataset.item || (card().dataset.stop === "phan-dau" ? "title" : "");
    const marks = key ? root.querySelectorAll(`mark[data-items~="${CSS.escape(key)}"]`) : [];
    for (const mark of marks) mark.classList.add("lit");
    const box = pane();
    if (!marks[0]) return;
    const top = marks[0].getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: Math.max(0, top - box.clientHeight / 4), behavior: calm ? "auto" : "smooth" });
  }

  /* In a form the first field, else the question itself: it is read out, and keys work at once. */
  function settle() {
    busy = false;
    for (const button of card().querySelectorAll("[data-name][hidden]")) button.hidden = false;
    const wrong = card().querySelector(".item-form .errorlist");
    const field = wrong?.closest(".field")?.querySelector("input, select, textarea") || card().querySelector('.item-form input:not([type="hidden"]), .item-form select, .item-form textarea');
    (field || card().querySelector(".meant"))?.focus({ preventScroll: true });
    card().scrollIntoView({ block: window.innerWidth < 900 ? "start" : "nearest", behavior: "instant" });
    light();
  }

  document.addEventListener("htmx:beforeRequest", () => { busy = true; });
  for (const end of ["htmx:responseError", "htmx:sendError"]) document.addEventListener(end, () => { busy = false; });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.elt === card() || card()?.contains(event.detail.elt)) settle();
  });

  /* A press on a marked stretch of the text leads to its item. */
  root.addEventListener("click", (event) => {
    const mark = event.target.closest("#van-ban mark[data-items]");
    if (!mark || String(window.getSelection())) return;
    const keys = mark.dataset.items.trim().split(/\s+/);
    const next = keys[(keys.indexOf(card().dataset.item) + 1) % keys.length];
    const stop = /^\d+$/.test(next) ? `muc-${next}` : "phan-dau";
    const way = card().querySelector('[data-key="j"]');
    const address = new URL(way.href);
    address.searchParams.set("o", stop);
    window.htmx.ajax("GET", `${address.pathname}${address.search}`, { target: card(), swap: "outerHTML" });
  });

  /* Names that the plan prints go into the box last used. */
  let box = null;
  document.addEventListener("focusin", (event) => {
    if (event.target.matches('textarea[name="lead"], textarea[name="support"]')) box = event.target;
  });
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-name]");
    if (!name) return;
    const into = box && box.form === name.form ? box : name.form.elements.lead;
    into.value = into.value.trim() ? `${into.value.trim()}\n${name.dataset.name}` : name.dataset.name;
  });

  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const find = (key) => card().querySelector(`[data-key="${CSS.escape(key)}"], [data-key-too="${CSS.escape(key)}"]`);
    const press = (button) => {
      if (!button || button.disabled) return;
      event.preventDefault();
      /* A key held down, or pressed before the answer came, must not decide what has not been seen. */
      if (!busy && !event.repeat) button.click();
    };
    if (event.key === "Escape") { press(card().querySelector("[data-cancel]")); return; }
    if (event.ctrlKey) { if (event.key === "Enter") press(find("ctrl+Enter")); return; }
    if (event.target.closest("input:not([type=radio]), textarea, select")) return;
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    press(find(event.key));
  });

  settle();
})();
