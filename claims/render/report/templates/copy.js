// Copy buttons: a quotation goes to the clipboard with outlet, date and address.
(() => {
  "use strict";
  const status = document.querySelector("[data-status]");

  const byHand = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byHand(text);
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const label = button.firstChild;
    const before = label.data;
    const article = document.getElementById(button.dataset.from);
    const done = await put(`${button.dataset.copy}\n${article.dataset.source}`);
    button.focus();
    label.data = status.textContent = status.dataset[done ? "copied" : "failed"];
    setTimeout(() => { label.data = before; status.textContent = ""; }, 1600);
  });
})();
