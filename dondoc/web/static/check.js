// The text and the items of a plan side by side: what is chosen on one side is lit up and shown on the other.
"use strict";
(() => {
  const sideBySide = matchMedia("(min-width: 64rem)");
  const other = (id) => {
    const element = document.getElementById(id);
    if (!element) return null;
    if (element.dataset.other) return document.getElementById(element.dataset.other);
    return document.querySelector(`[data-other="${CSS.escape(id)}"]`);
  };
  const light = () => {
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    const partner = other(decodeURIComponent(location.hash.slice(1)));
    if (!partner) return;
    partner.classList.add("lit");
    if (sideBySide.matches) partner.scrollIntoView({ block: "nearest" });
  };
  window.addEventListener("hashchange", light);
  document.querySelector(".text").addEventListener("click", (event) => {
    const mark = event.target.closest("mark[id]");
    if (mark && getSelection().isCollapsed) location.hash = mark.dataset.other;
  });
  light();
})();
