/* Filters for the findings of a review page; without it the page shows them all. */
(() => {
  const bar = document.querySelector(".filters");
  if (!bar) return;
  bar.hidden = false;
  const items = [...document.querySelectorAll(".finding")];
  const selects = [...bar.querySelectorAll("select")];
  const groups = [...document.querySelectorAll(".severity")];
  const status = bar.querySelector(".shown");
  const apply = () => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !selects.every((s) => !s.value || item.dataset[s.dataset.filter] === s.value);
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
    status.textContent = `${shown} of ${items.length} findings shown`;
  };
  bar.addEventListener("change", apply);
  apply();
})();
