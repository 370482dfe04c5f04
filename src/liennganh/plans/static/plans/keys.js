/* Keys that every page of a review has: "?" tells them all, and a letter presses the button that bears it. */
"use strict";
(() => {
  const help = document.getElementById("cac-phim");
  for (const button of document.querySelectorAll("[data-show-keys]")) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.target.closest("input:not([type=radio]), textarea, select")) return;
    if (event.key === "?" && help) {
      if (help.open) help.close(); else help.showModal();
      event.preventDefault();
      return;
    }
    if (help?.open) return;
    const button = document.querySelector(`[data-page-key="${CSS.escape(event.key)}"]`);
    if (!button || button.disabled) return;
    button.click();
    event.preventDefault();
  });
})();
