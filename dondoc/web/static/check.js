// The text and the items of a plan side by side: what is chosen on one side is lit up and shown on the other,
// and words selected in the text are put into the field of words that was last entered.
"use strict";
(() => {
  const sideBySide = matchMedia("(min-width: 64rem)");
  const text = document.querySelector(".text");
  let field = null;

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

  document.addEventListener("focusin", (event) => {
    if (event.target.matches("[data-words]")) field = event.target;
  });
  text.addEventListener("click", (event) => {
    const words = getSelection().toString().trim().replace(/\s+/g, " ");
    const mark = event.target.closest("mark[id]");
    if (words && field?.offsetParent) field.value = words;
    else if (!words && mark) location.hash = mark.dataset.other;
  });
  addEventListener("hashchange", light);
  light();
})();
