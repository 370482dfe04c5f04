/* The share beside its two numbers, while somebody types. The server works it out as well. */
"use strict";

(() => {
  /* 1.234,5 as Vietnamese write it; anything else gives nothing rather than a guess. */
  function read(text) {
    const bare = text.replace(/\s/g, "");
    return /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(bare) ? Number(bare.replace(/\./g, "").replace(",", ".")) : NaN;
  }

  for (const cell of document.querySelectorAll("[data-cell]")) {
    const share = cell.querySelector("[data-share]");
    const above = cell.querySelector("input[name$='-numerator']");
    const below = cell.querySelector("input[name$='-denominator']");
    if (!share || !above || !below) continue;
    cell.addEventListener("input", () => {
      const value = (100 * read(above.value)) / read(below.value);
      share.textContent = Number.isFinite(value) ? `${String(Math.round(value * 10) / 10).replace(".", ",")}%` : "–";
    });
  }
})();

/* A plain answer and its two numbers say the same: what is touched last counts, the other gives way. */
(() => {
  for (const cell of document.querySelectorAll("[data-cell]")) {
    const answers = cell.querySelectorAll("input[name$='-answer']");
    if (!answers.length) continue;
    const boxes = cell.querySelectorAll("details input");
    for (const answer of answers) {
      answer.addEventListener("change", () => { if (answer.value) for (const box of boxes) box.value = ""; });
    }
    for (const box of boxes) {
      box.addEventListener("input", () => { if (box.value) for (const answer of answers) answer.checked = !answer.value; });
    }
  }
})();

/* Sending waits for a saving that is under way: otherwise the person would clash with herself. */
(() => {
  const form = document.querySelector("form[hx-post][data-keep^='report-']");
  if (!form) return;
  let saving = false;
  let pressed = null;
  form.addEventListener("htmx:beforeRequest", () => { saving = true; });
  form.addEventListener("htmx:afterRequest", () => {
    saving = false;
    if (!pressed) return;
    const button = pressed;
    pressed = null;
    form.requestSubmit(button);
  });
  form.addEventListener("submit", (event) => {
    if (!saving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = event.submitter;
  }, true);
})();
