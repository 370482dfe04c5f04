/* The plan's page: what is lit, what the keys do, what is selected. Every action is a form or a link. */
"use strict";

/* Names that the plan prints go into the box of those who lead, or the one last typed in. */
(() => {
  const show = () => { for (const button of document.querySelectorAll("[data-name][hidden]")) button.hidden = false; };
  let box = null;
  show();
  document.addEventListener("htmx:afterSettle", show);
  document.addEventListener("focusin", (event) => {
    if (event.target.matches('textarea[name="lead"], textarea[name="support"]')) box = event.target;
  });
  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-name]");
    if (!name) return;
    const into = box && box.form === name.form ? box : name.form.elements.lead;
    into.value = into.value.trim() ? `${into.value.trim()}\n${name.dataset.name}` : name.dataset.name;
  });
})();

(() => {
  const root = document.getElementById("ra-soat");
  if (!root) return;
  const pane = () => document.getElementById("van-ban");
  const items = () => [...root.querySelectorAll(".item[data-item]")];
  const marksOf = (key) => root.querySelectorAll(`mark[data-items~="${CSS.escape(key)}"]`);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  let current = null;
  let after = null;

  function light(key, { follow = false } = {}) {
    for (const lit of root.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!key) return;
    for (const mark of marksOf(key)) mark.classList.add("lit");
    root.querySelector(`[data-item="${CSS.escape(key)}"]`)?.classList.add("lit");
    if (follow) showMark(key);
  }

  /* Scroll the text alone, never the page. */
  function showMark(key) {
    const mark = marksOf(key)[0];
    const box = pane();
    if (!mark || !box) return;
    const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTo({ top: Math.max(0, top - box.clientHeight / 3), behavior: calm ? "auto" : "smooth" });
  }

  function go(item) {
    if (!item) return;
    current = item.dataset.item;
    for (const open of root.querySelectorAll(".item.open")) open.classList.remove("open");
    item.classList.add("open");
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest", behavior: "instant" });
    light(current, { follow: true });
  }

  const here = () => root.querySelector(`.item[data-item="${CSS.escape(current || "")}"]`);

  function step(by) {
    const all = items();
    const at = all.indexOf(here());
    if (at < 0) { go(all.find((item) => item.dataset.state === "proposed") || all[0]); return; }
    go(all[at + by]);
  }

  root.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark[data-items]");
    if (mark) { light(mark.dataset.items.trim().split(/\s+/)[0]); return; }
    const item = event.target.closest("[data-item]");
    if (item) light(item.dataset.item, { follow: false });
  });
  root.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-item]");
    if (!item) return;
    if (item.classList.contains("item")) current = item.dataset.item;
    light(item.dataset.item, { follow: true });
  });
  root.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-items]");
    if (mark && String(window.getSelection())) return;
    if (mark) {
      const keys = mark.dataset.items.trim().split(/\s+/);
      const next = keys[(keys.indexOf(current) + 1) % keys.length];
      const item = root.querySelector(`[data-item="${CSS.escape(next)}"]`);
      if (!item) return;
      if (item.classList.contains("item")) { go(item); return; }
      item.closest("details").open = true;
      item.querySelector("input, textarea")?.focus();
      return;
    }
    const place = event.target.closest('a[href^="#doan-"]');
    if (place) { event.preventDefault(); go(place.closest(".item")); }
  });

  /* What is selected in the text, in characters of the text (an emoji is one, as on the server). */
  function offset(node, inside) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-start]");
    if (!piece || !pane().contains(piece)) return null;
    const text = node.nodeType === Node.TEXT_NODE ? node.textContent.slice(0, inside) : "";
    return Number(piece.dataset.start) + [...text].length;
  }
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    let start = offset(range.startContainer, range.startOffset);
    let end = offset(range.endContainer, range.endOffset);
    if (end === null && start !== null) end = lastBefore(range);
    if (start === null || end === null || end <= start) return null;
    return { start, end, text: String(selection) };
  }
  function lastBefore(range) {
    const pieces = [...pane().querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
    const last = pieces[pieces.length - 1];
    return last ? Number(last.dataset.start) + [...last.textContent].length : null;
  }
  let picked = null;
  document.addEventListener("selectionchange", () => {
    const now = selected();
    if (now) picked = now;
    for (const button of document.querySelectorAll("[data-take-selection]")) button.hidden = !picked;
  });
  function take(form) {
    if (!picked) return false;
    form.elements.start.value = picked.start;
    form.elements.end.value = picked.end;
    form.elements.quote.value = picked.text;
    return true;
  }
  document.addEventListener("input", (event) => {
    /* A quotation typed by hand counts for itself. */
    if (!event.target.matches("[data-quote]")) return;
    const form = event.target.form;
    if (form.elements.start) { form.elements.start.value = ""; form.elements.end.value = ""; }
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take-selection]");
    if (button) take(button.form);
  });

  /* The buttons of an item send by htmx, which swaps that item alone. */
  root.addEventListener("click", (event) => {
    const button = event.target.closest(".item .tools [data-key], .item .tools [formaction]");
    if (!button || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = { source: button, target: button.closest(".item"), swap: "outerHTML" };
    if (button.matches("a")) window.htmx.ajax("GET", button.href, place);
    else window.htmx.ajax("POST", button.formAction, place);
  });

  /* htmx swaps one item: its marks follow, and work goes on at the next. */
  document.addEventListener("htmx:afterSwap", () => {
    for (const item of items()) {
      for (const mark of marksOf(item.dataset.item)) {
        if (mark.dataset.items.trim().split(/\s+/)[0] !== item.dataset.item) continue;
        mark.classList.toggle("off", item.dataset.state === "rejected");
        mark.classList.toggle("s-accepted", item.dataset.state === "accepted");
      }
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    const item = here();
    if (!item) return;
    const field = item.querySelector('.item-form input:not([type="hidden"]), .item-form select, .item-form textarea, .item-form a');
    if (field && (document.activeElement === item || !item.contains(document.activeElement))) { field.focus(); return; }
    if (item.classList.contains("editing")) return;
    if (after === current && item.dataset.state !== "proposed" && !item.querySelector("[role=alert]")) {
      const all = items();
      const next = all.slice(all.indexOf(item) + 1).find((one) => one.dataset.state === "proposed");
      after = null;
      go(next || item);
    } else if (!item.contains(document.activeElement)) go(item);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=radio]), textarea, select");
    const item = here();
    if (event.key === "Escape") { item?.querySelector("[data-cancel]")?.click(); return; }
    if (typing) return;
    const key = event.key;
    if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
    if (key === "u") { const form = document.getElementById("hoan-tac"); if (form) { form.requestSubmit(); event.preventDefault(); } return; }
    if (key === "a") {
      const add = document.getElementById("them");
      if (!add) return;
      add.open = true;
      const form = add.querySelector("form");
      take(form);
      add.scrollIntoView({ block: "center", behavior: "instant" });
      (picked ? form.elements.kind : form.elements.quote).focus();
      event.preventDefault();
      return;
    }
    if (!item || !["Enter", "e", "x", "s", "c"].includes(key)) return;
    if (key === "Enter" && event.target.closest("a, button, summary, input")) return;
    const button = item.querySelector(`[data-key="${key}"]`) || (key === "Enter" ? item.querySelector('[data-key="e"]') : null);
    if (!button || (key === "Enter" && item.dataset.state !== "proposed")) return;
    if (["Enter", "x", "c"].includes(key)) after = current;
    button.click();
    event.preventDefault();
  });

  const place = window.location.hash.startsWith("#muc-") && document.getElementById(window.location.hash.slice(1));
  if (place) go(place);
})();
