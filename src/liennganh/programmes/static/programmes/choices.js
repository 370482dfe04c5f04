/* Shows only the fields that the choice above them needs. Without it all fields show and the server
   takes those that count. A field with an error is never hidden. */
"use strict";

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
