/* The search of the catalogue: asks the index that Pagefind made, as the reader types. */
const form = document.getElementById("search");
const words = document.getElementById("search-words");
const count = document.getElementById("search-count");
const found = document.getElementById("search-found");
const filters = document.getElementById("search-filters");
const site = new URL("..", import.meta.url);
const pagefind = await import(new URL("pagefind/pagefind.js", site));
await pagefind.options({ baseUrl: site.pathname });
const FIRST = 5;
const SHOWN = 20;

function chosen() {
  const named = [...filters.querySelectorAll("select")].filter((select) => select.value);
  return Object.fromEntries(named.map((select) => [select.name, select.value]));
}

function item(result) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  link.href = result.url;
  link.textContent = result.meta.title;
  const excerpt = document.createElement("div");
  excerpt.innerHTML = result.excerpt; // Pagefind escapes all but its marks
  entry.append(link, excerpt);
  return entry;
}

let asked = 0;
async function search() {
  const turn = ++asked;
  const answer = await pagefind.search(words.value.trim() || null, { filters: chosen() });
  const listed = async (from, to) => {
    const results = await Promise.all(answer.results.slice(from, to).map((result) => result.data()));
    return results.map(item);
  };
  const first = await listed(0, FIRST); // each result is a file of its own to load
  if (turn !== asked) return;
  const number = answer.results.length;
  const said = (number === 1 ? form.dataset.one : form.dataset.many).replace("{number}", number);
  const more = number > SHOWN ? `, ${form.dataset.first.replace("{number}", SHOWN)}` : "";
  const looked = words.value.trim() || filters.querySelector("select:valid[data-set]");
  count.textContent = looked ? said + more : "";
  found.replaceChildren(...(looked ? first : []));
  if (!looked) return;
  const rest = await listed(FIRST, SHOWN);
  if (turn === asked) found.append(...rest);
}

for (const [name, values] of Object.entries(await pagefind.filters())) {
  const label = document.createElement("label");
  label.textContent = form.dataset[name];
  const select = document.createElement("select");
  select.name = name;
  select.append(new Option(form.dataset.any, ""), ...Object.keys(values).sort().map((value) => new Option(value)));
  select.addEventListener("change", () => {
    select.toggleAttribute("data-set", select.value !== "");
    search();
  });
  label.append(select);
  filters.append(label);
}
words.addEventListener("input", search);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
