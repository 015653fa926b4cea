/* Copy buttons beside codes, and where the keyboard stops; the page reads the same without. */
"use strict";
(() => {
  const words = document.currentScript.dataset;
  const spoken = document.createElement("div");
  spoken.className = "spoken";
  spoken.setAttribute("role", "status");
  document.querySelector("main").append(spoken);
  for (const place of document.querySelectorAll("h1 .code, #modifier-table tbody th.code, #related tbody th.code")) {
    const code = place.dataset.copy || place.textContent.trim();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-label", words.copy.replace("{code}", code));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code);
      spoken.textContent = words.copied.replace("{code}", code);
      button.classList.add("copied");
      setTimeout(() => button.classList.remove("copied"), 1500);
    });
    place.classList.add("copyable");
    if (place.matches("th")) place.append(button);
    else place.after(button);
  }
  const regions = document.querySelectorAll(".scroll[tabindex]");
  const sizes = new ResizeObserver(() => {
    for (const region of regions) {
      if (region.scrollWidth > region.clientWidth) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
    }
  });
  // What is inside grows by itself when its fonts come.
  for (const region of regions) for (const part of [region, ...region.children]) sizes.observe(part);
  // A source that a section cites again is reached by the keyboard once.
  for (const section of document.querySelectorAll(".sections section")) {
    const cited = new Set();
    for (const link of section.querySelectorAll(".cite a")) {
      if (cited.has(link.hash)) link.tabIndex = -1;
      cited.add(link.hash);
    }
  }
  for (const button of document.querySelectorAll(".show-grounds")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", "false");
    // Cells of figures that carry nothing: lists that people keep.
    for (const cell of document.querySelectorAll("td.figure, .key-value")) {
      if (!/\d/.test(cell.textContent) || cell.querySelector(".asked")) continue;
      cell.classList.add("asked", "groundless");
      cell.dataset.ground = button.dataset.without;
    }
    const figures = document.querySelectorAll(".asked");
    const without = document.querySelectorAll(".groundless").length;
    const counts = button.nextElementSibling;
    button.addEventListener("click", () => {
      const shown = document.documentElement.classList.toggle("show-grounds-on");
      button.setAttribute("aria-pressed", String(shown));
      counts.textContent = shown
        ? counts.dataset.counted.replace("{with}", figures.length - without).replace("{without}", without) : "";
      for (const figure of figures) {
        if (shown) figure.tabIndex = 0;
        else figure.removeAttribute("tabindex");
      }
    });
  }
})();
