// The picture scrolls in its frame, by wheel, finger or arrow keys; here it is sized and dragged.
for (const canvas of document.querySelectorAll("[data-canvas]")) (() => {
  "use strict";
  const svg = canvas && canvas.querySelector("svg");
  if (!svg) return;
  const box = svg.viewBox.baseVal;
  const full = box.width || svg.getBoundingClientRect().width;
  let width = 0;

  const size = (wanted) => {
    const smallest = Math.min(canvas.clientWidth - 16, full) / 2;
    const next = Math.max(smallest, Math.min(wanted, full * 6));
    const middle = (canvas.scrollLeft + canvas.clientWidth / 2) / (width || next);
    svg.style.width = `${next}px`;
    svg.style.height = "auto";
    canvas.scrollLeft = middle * next - canvas.clientWidth / 2;
    width = next;
  };
  const fit = () => size(Math.min(canvas.clientWidth - 16, full * 1.5));
  const act = { fit, full: () => size(full * 1.34) };

  canvas.closest("section").querySelector("[data-zoom]").addEventListener("click", (event) => {
    const by = event.target.dataset.by;
    if (by) (act[by] || (() => size(width * Number(by))))();
  });
  canvas.addEventListener("keydown", (event) => {
    const by = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
    if (by) size(width * by);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });

  let from = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.button) return;
    from = { x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop };
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) + Math.abs(y) > 4) canvas.classList.add("dragging");
    canvas.scrollLeft = from.left - x;
    canvas.scrollTop = from.top - y;
  });
  addEventListener("pointerup", () => {
    from = null;
    setTimeout(() => canvas.classList.remove("dragging"));
  });
  // A drag that ends on a link does not follow it.
  canvas.addEventListener("click", (event) => {
    if (canvas.classList.contains("dragging")) { event.preventDefault(); event.stopPropagation(); }
    canvas.classList.remove("dragging");
  }, true);
  canvas.addEventListener("dragstart", (event) => event.preventDefault());

  canvas.classList.add("drags");
  // On a phone the whole would be too small to read: there it starts large, at its left end.
  if (canvas.clientWidth < full * 0.6) { size(full * 0.8); canvas.scrollLeft = 0; } else fit();
})();
