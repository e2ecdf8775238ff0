"use strict";
(function () {
  const all = (selector) => [...document.querySelectorAll(selector)];

  function clear() {
    all(".lit").forEach((e) => e.classList.remove("lit"));
    all(".quoted").forEach((e) => e.classList.remove("quoted"));
  }

  function light(selector, name) {
    all(selector).forEach((e) => e.classList.add(name));
  }

  function close() {
    clear();
    all('.facts button[aria-expanded="true"]').forEach((button) => toggle(button, false));
  }

  function toggle(button, open) {
    button.setAttribute("aria-expanded", String(open));
    button.nextElementSibling.hidden = !open;
  }

  all(".facts button").forEach((button) => button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "false";
    const item = button.closest("li");
    clear();
    toggle(button, open);
    if (!open) return;
    item.classList.add("lit");
    light(`.text [data-facts~="${item.dataset.fact}"]`, "quoted");
    item.dataset.names.split(" ").filter(Boolean).forEach((name) => light(`.quoted[data-names~="${name}"]`, "lit"));
  }));

  function choose(number) {
    clear();
    light(`.text [data-names~="${number}"], .facts li[data-names~="${number}"]`, "lit");
  }

  all(".text .name").forEach((piece) => piece.addEventListener("click", () => {
    const names = piece.dataset.names.split(" ");
    choose(names[names.length - 1]);
  }));
  all("#names button").forEach((button) => button.addEventListener("click", () => {
    choose(button.dataset.name);
    document.querySelector(".text .lit")?.scrollIntoView({ block: "center" });
  }));
  document.getElementById("only")?.addEventListener("change", (event) => document.body.classList.toggle("only", event.target.checked));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
})();
