/* "Vì sao có số này?" opens over the page; without this file the link leads to its own page. */
"use strict";

(() => {
  const dialog = document.getElementById("why");
  const body = document.getElementById("why-body");
  if (!dialog || !body || typeof dialog.showModal !== "function") return;
  let from = null;
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== body) return;
    from = event.detail.requestConfig?.elt || null;
    dialog.querySelector("h2").textContent = from?.dataset.title || "";
    dialog.querySelector("[data-page]").href = from?.href || "";
    if (!dialog.open) dialog.showModal();
  });
  dialog.addEventListener("close", () => { body.replaceChildren(); from?.focus(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
})();

/* On paper nothing can be unfolded: the lists of who is missing and who was late are printed whole. */
(() => {
  const opened = [];
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("main details.more:not([open])")) {
      fold.open = true;
      opened.push(fold);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
})();
