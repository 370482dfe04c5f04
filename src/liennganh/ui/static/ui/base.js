/* What every page does beyond plain HTML. Each piece works alone; without it every form still sends. */
"use strict";

/* Menus close as people expect. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

document.querySelector("[data-focus]")?.focus();

/* A table wider than its frame can be scrolled by keyboard. */
for (const wrap of document.querySelectorAll(".table-wrap")) {
  if (wrap.scrollWidth <= wrap.clientWidth && wrap.scrollHeight <= wrap.clientHeight) continue;
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "region");
  wrap.setAttribute("aria-label", wrap.querySelector("caption")?.textContent.trim() || document.querySelector("h1")?.textContent.trim() || "");
}

/* A page kept by the "back" button may belong to somebody who has signed out: ask the server again. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

/* A request of htmx that got no answer. */
document.addEventListener("htmx:sendError", () => {
  const place = document.getElementById("messages");
  if (place) say(place, document.body.dataset.textLost, "note bad");
});

function say(place, text, className) {
  const line = document.createElement("p");
  line.className = className;
  line.textContent = text;
  place.append(line);
  return line;
}

/*
 * Drafts of forms marked data-keep="key": what was typed outlives the end of a session.
 * They lie in sessionStorage (this tab only), under the person's id. Passwords, files and hidden
 * inputs are never kept. Signing out, or another person signing in, removes them all.
 * A draft has: values, sent (the form was sent), lost (the server did not take it), from (its page).
 */
(() => {
  const PREFIX = "draft:";
  const body = document.body;
  const user = body.dataset.user || "";
  const store = window.sessionStorage;

  const keys = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));
  const read = (key) => { try { return JSON.parse(store.getItem(key)); } catch { return null; } };
  const write = (key, draft) => { try { store.setItem(key, JSON.stringify(draft)); } catch { /* full: go on without */ } };
  const mine = (key) => key.startsWith(`${PREFIX}${user}:`);

  for (const form of document.querySelectorAll("form[data-sign-out]")) {
    form.addEventListener("submit", () => store.clear());
  }

  if (!user || "notSaved" in body.dataset) {
    for (const key of keys()) {
      const draft = read(key);
      if (draft && draft.sent) write(key, { ...draft, sent: false, lost: true });
    }
  }
  if (!user) { backToForm(); return; }

  for (const key of keys()) if (!mine(key)) store.removeItem(key);
  if ("notSaved" in body.dataset) return;
  for (const key of keys()) if (read(key)?.sent) store.removeItem(key);

  for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form[data-keep]");
    const { successful, xhr } = event.detail;
    if (!form || xhr?.getResponseHeader("HX-Redirect")) return;
    if (successful) store.removeItem(name(form));
    else if (read(name(form))) write(name(form), { ...read(name(form)), sent: false });
  });

  function name(form) { return `${PREFIX}${user}:${form.dataset.keep}`; }

  function fields(form) {
    return [...form.elements].filter((field) =>
      field.name && !["password", "file", "hidden", "submit", "button"].includes(field.type));
  }

  function values(form) {
    return fields(form).map((field) => {
      if (field.type === "checkbox" || field.type === "radio") return [field.name, field.value, field.checked];
      if (field.type === "select-multiple") return [field.name, [...field.selectedOptions].map((o) => o.value), null];
      return [field.name, field.value, null];
    });
  }

  function fill(form, saved) {
    const left = [...saved];
    for (const field of fields(form)) {
      const choice = field.type === "checkbox" || field.type === "radio";
      const at = left.findIndex(([key, value]) => key === field.name && (!choice || value === field.value));
      if (at < 0) continue;
      const [[, value, checked]] = left.splice(at, 1);
      if (choice) field.checked = checked;
      else if (field.type === "select-multiple") for (const option of field.options) option.selected = value.includes(option.value);
      else field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function keep(form) {
    const draft = read(name(form));
    const fresh = JSON.stringify(values(form));
    if (draft && JSON.stringify(draft.values) !== fresh) {
      fill(form, draft.values);
      const line = document.createElement("div");
      line.className = "note warn row";
      line.setAttribute("role", "status");
      say(line, body.dataset.textKept, "grow");
      const drop = document.createElement("button");
      drop.type = "button";
      drop.className = "button quiet";
      drop.textContent = body.dataset.textDrop;
      drop.addEventListener("click", () => { store.removeItem(name(form)); fill(form, JSON.parse(fresh)); line.remove(); });
      line.append(drop);
      form.prepend(line);
    }
    const save = (sent) => write(name(form), { values: values(form), sent, lost: false, from: window.location.pathname + window.location.search, to: new URL(form.action).pathname });
    let waiting = 0;
    form.addEventListener("input", (event) => {
      if (!event.isTrusted) return;
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => save(false), 300);
    });
    form.addEventListener("submit", () => { window.clearTimeout(waiting); save(true); });
  }

  /* On the sign-in page: return to the page of the lost form, not to the address it was sent to. */
  function backToForm() {
    const note = document.querySelector("[data-lost-note]");
    if (note && keys().some((key) => read(key)?.lost)) note.hidden = false;
    const next = document.querySelector("form[data-sign-in] input[name=next]");
    if (!next || !next.value) return;
    for (const key of keys()) {
      const draft = read(key);
      if (draft && draft.lost && draft.to === next.value.split("?")[0]) next.value = draft.from;
    }
  }
})();
