/* Shows only the fields that the choice above them needs. Without it all fields show and the server
   takes those that count. A field with an error is never hidden. */
"use strict";

/* Each field of a target comes with the likely choices; the others stand in the page once. What is drawn
   back from a draft may be any of them, so they are put in before it is. */
for (const part of document.querySelectorAll("[data-short]")) {
  const others = document.getElementById(`list-${part.dataset.short}`).content;
  const select = part.querySelector("select");
  if (select) lengthen(select, others);
  else tickable(part, others);
}
for (const button of document.querySelectorAll("button[name=open]")) button.remove();

/* In a list of groups what fits stays first; a plain list is put in its own order. */
function lengthen(select, others) {
  const chosen = select.value;
  const more = others.cloneNode(true);
  const shown = [...select.options].filter((option) => more.querySelector(`option[value="${CSS.escape(option.value)}"]`));
  if (others.querySelector("optgroup")) for (const { value } of shown) more.querySelector(`option[value="${CSS.escape(value)}"]`).remove();
  else for (const option of shown) option.remove();
  select.append(more);
  select.value = chosen;
}

function tickable(part, others) {
  const boxes = [...part.querySelectorAll("input")];
  const known = new Set(boxes.map((box) => box.value));
  const list = boxes[0].closest("[id]:not(input)");
  for (const option of others.children) {
    if (known.has(option.value)) continue;
    const line = document.createElement("div");
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: boxes[0].name, value: option.value });
    label.append(box, ` ${option.textContent}`);
    line.append(label);
    list.append(line);
  }
}

function show(part, wanted) {
  part.hidden = !wanted && !part.querySelector("[aria-invalid=true]");
}

for (const duty of document.querySelectorAll("[data-duty]")) {
  const kind = duty.querySelector("select[name$=due_kind]");
  const draw = () => {
    for (const part of duty.querySelectorAll("[data-due]")) show(part, part.dataset.due.split(" ").includes(kind.value));
  };
  kind.addEventListener("change", draw);
  kind.addEventListener("input", draw);
  draw();
}

for (const choice of document.querySelectorAll("select[name$=-indicator]")) {
  const target = choice.closest("article");
  const draw = () => {
    show(target.querySelector("[data-unless]"), choice.value !== "none");
    show(target.querySelector("[data-own]"), choice.value === "own");
  };
  choice.addEventListener("change", draw);
  choice.addEventListener("input", draw);
  draw();
}
