// Links within the page: what they lead to is opened and marked, and there is a way back.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.remove("no-js");
  root.dataset.rows = "";
  const back = document.querySelector("[data-return]");
  let followed = 0;

  const mark = (id) => {
    for (const one of document.querySelectorAll(".hit")) one.classList.remove("hit");
    if (!id.startsWith("w-")) return;
    const name = CSS.escape(id.slice(2));
    for (const one of document.querySelectorAll(`[data-a~="${name}"]`)) one.classList.add("hit");
  };

  const show = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    mark(id);
    if (!target) return;
    let closed = false;
    for (let one = target; one; one = one.parentElement) {
      if (one.tagName === "DETAILS" && !one.open) { one.open = true; closed = true; }
    }
    if (closed) target.scrollIntoView();
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  addEventListener("hashchange", show);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link) {
      const to = link.getAttribute("href") || link.getAttribute("xlink:href") || "";
      if (!to.startsWith("#")) return;
      followed += 1;
      back.hidden = false;
      if (to === location.hash) show();
      return;
    }
    // A click anywhere on a row leads to its words, unless words are being selected.
    const row = event.target.closest(".row, .point");
    if (!row || event.target.closest("button, summary") || String(getSelection())) return;
    const go = row.querySelector("a.go");
    if (go) go.click();
  });
  back.addEventListener("click", () => {
    followed -= 1;
    back.hidden = followed < 1;
    history.back();
  });

  // On paper everything is open, and the picture has its own size.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("main details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
  show();
})();
