/* Keeps the publication and the panel as they are on the server, and leads from one to the other. */
"use strict";
(() => {
  const panel = document.querySelector("#panel");
  const frame = document.querySelector("#page");
  if (!panel) return;

  /* What was served last, to see what is new; the page that is shown carries marks besides. */
  let lastPage = null;
  let lastPanel = panel.cloneNode(true);
  let marked = new Map();

  const CONTAINERS = "html, head, body, main, article, nav, header, footer, section, div, figure, dl, ol, ul, table, thead, tbody, tr";
  const ownText = (node) => [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data.trim()).join("");
  const shell = (node) => node.cloneNode(false);
  const alike = (last, next) => shell(last).isEqualNode(shell(next)) && ownText(last) === ownText(next);
  const named = (nodes) => nodes.every((node) => node.id) && new Set(nodes.map((node) => node.id)).size === nodes.length;

  const renew = (live, next) => {
    const fresh = live.ownerDocument.importNode(next, true);
    for (const opened of live.querySelectorAll("details[open] > summary[id]")) {
      const same = fresh.querySelector(`#${CSS.escape(opened.id)}`);
      if (same) same.parentElement.open = true;
    }
    live.replaceWith(fresh);
  };
  const patch = (live, last, next) => {
    if (last.isEqualNode(next)) return;
    const [shown, before, after] = [live, last, next].map((node) => [...node.children]);
    if (!last.matches(CONTAINERS) || !alike(last, next) || shown.length !== before.length) return renew(live, next);
    if (before.length === after.length) return after.forEach((child, index) => patch(shown[index], before[index], child));
    if (!named(before) || !named(after)) return renew(live, next);
    const old = new Map(before.map((child, index) => [child.id, index]));
    live.replaceChildren(...after.map((child) => {
      const index = old.get(child.id);
      return index !== undefined && before[index].isEqualNode(child) ? shown[index] : document.importNode(child, true);
    }));
  };

  /* The smallest part of the page that holds what is printed at a place. */
  const plain = (node) => node.textContent.replace(/[\u00ad\u200b\u2060]/g, "").replace(/\s+/g, " ");
  const within = (part, words) => {
    if (!part || !plain(part).includes(words)) return null;
    const smaller = [...part.children].find((child) => plain(child).includes(words));
    return smaller ? within(smaller, words) : part.closest("p, li, td, th, dd, dt") || part;
  };
  const valued = (page, field) => {
    const steps = field.split(/(?=[.[])/);
    for (let length = steps.length; length; length -= 1) {
      const spot = page.querySelector(`[data-field^="${CSS.escape(steps.slice(0, length).join(""))}"]`);
      if (spot) return spot;
    }
    return null;
  };
  const spotOf = ({ section, words, field }) => {
    const page = frame.contentDocument;
    if (field) return valued(page, field);
    const part = page.getElementById(section);
    const begun = words.slice(0, 160);
    return (begun && (within(part, begun) || within(page.body, begun))) || part;
  };
  const entries = () => [...panel.querySelectorAll("[data-section]")];
  const mark = () => {
    for (const spot of marked.keys()) spot.style.boxShadow = "";
    marked = new Map();
    for (const entry of entries()) {
      /* A question is about a whole section: a mark on all of it would tell nothing. */
      const spot = (entry.dataset.words || entry.dataset.field) && spotOf(entry.dataset);
      if (!spot) continue;
      marked.set(spot, [...(marked.get(spot) || []), entry]);
      if (entry.closest("#data, #before")) continue;
      spot.style.boxShadow = "-0.3rem 0 0 0 #b4690e";
    }
  };
  /* The page is to be seen before its marks are looked for. */
  const markSoon = () => requestAnimationFrame(() => setTimeout(mark));
  const show = (entry) => {
    const spot = spotOf(entry.dataset);
    if (!spot) return;
    spot.scrollIntoView({ block: "center" });
    spot.style.outline = "2px solid #b4690e";
    setTimeout(() => { spot.style.outline = ""; }, 1500);
  };
  /* What else is known of a place: each leads to its entry, wherever that is put away. */
  const placeOf = (spot) => spot?.closest("p, li, td, th, dd, dt") || spot;
  const list = (entry) => {
    entry.querySelector(":scope > nav")?.remove();
    const place = placeOf(spotOf(entry.dataset));
    const others = [...marked].filter(([spot]) => placeOf(spot) === place).flatMap(([, found]) => found).filter((other) => other !== entry);
    if (!place || !others.length) return;
    const nav = document.createElement("nav");
    nav.setAttribute("aria-label", "At this place");
    nav.append(...others.map((other) => {
      const summary = other.querySelector("summary");
      const link = document.createElement("a");
      link.href = `#${summary.id}`;
      link.textContent = plain(summary).trim();
      return link;
    }));
    entry.append(nav);
  };
  const reveal = (summary) => {
    for (let part = summary.parentElement; part; part = part.parentElement?.closest("details")) part.open = true;
    summary.focus();
  };
  panel.addEventListener("toggle", (event) => {
    if (!event.target.open || event.target.dataset.section === undefined) return;
    list(event.target);
    show(event.target);
  }, true);
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("nav > a");
    if (!link) return;
    event.preventDefault();
    reveal(document.getElementById(link.hash.slice(1)));
  });

  /* An address may lead to an entry: #question-own-words. */
  const openAddressed = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named?.matches("summary")) reveal(named);
  };
  window.addEventListener("hashchange", openAddressed);

  const pressed = (event) => {
    const link = event.target.closest("a[href^='http']");
    if (link) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener");
      return;
    }
    for (let spot = event.target; spot; spot = spot.parentElement) {
      const [entry] = marked.get(spot) || [];
      if (entry) return reveal(entry.querySelector("summary"));
    }
  };

  /* What is read is held to the policy of the window whose parser reads it. */
  const fetched = async (address, reader) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(await response.text());
    return new reader.DOMParser().parseFromString(await response.text(), "text/html");
  };
  const renewPage = async () => {
    const next = await fetched(frame.src, frame.contentWindow);
    if (!lastPage) return;
    const before = lastPage;
    patch(frame.contentDocument.documentElement, before.documentElement, next.documentElement);
    lastPage = next;
    renewPaper(before, next);
    markSoon();
  };
  const renewPanel = async () => {
    const next = shell(lastPanel);
    next.append(...(await fetched(`${panel.dataset.address}/panel`, window)).body.childNodes);
    const focused = document.activeElement.id;
    patch(panel, lastPanel, next);
    lastPanel = next;
    if (document.activeElement === document.body && focused) document.getElementById(focused)?.focus();
    markSoon();
  };
  const begin = () => {
    lastPage = frame.contentDocument.cloneNode(true);
    frame.contentDocument.addEventListener("click", pressed);
    mark();
    openAddressed();
  };
  if (frame.contentDocument.readyState === "complete" && frame.contentDocument.URL !== "about:blank") begin();
  frame.addEventListener("load", begin);

  /* Each form sends one decision; what becomes of it is said, and shown once it is written. */
  const told = document.querySelector("#told");
  const sent = (form) => fetch(`${panel.dataset.address}/decisions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Desk-Token": panel.dataset.token },
    body: JSON.stringify({
      kind: form.dataset.kind, case: form.dataset.case, shown: form.dataset.shown,
      ...Object.fromEntries(new FormData(form)),
    }),
  });
  panel.addEventListener("submit", async (event) => {
    event.preventDefault();
    const buttons = [...event.target.querySelectorAll("button")];
    for (const button of buttons) button.disabled = true;
    try {
      const response = await sent(event.target);
      told.textContent = await response.text();
      if (response.ok) event.target.reset();
      await renewPanel();
    } catch (fault) {
      told.textContent = fault.message;
    }
    for (const button of buttons) button.disabled = false;
  });

  /* On paper, one section is set in a fraction of the time of the whole: that which is read, and
     after a save that which was changed. */
  const paper = document.querySelector("#paper");
  const views = document.querySelector("#views");
  const SECTIONS = "section.level-2[id]:not(.control)";
  let view = "page";
  let reading = null;
  let settings = 0;
  const read = () => [...frame.contentDocument.querySelectorAll(SECTIONS)].filter((section) => section.getBoundingClientRect().top < frame.clientHeight / 3).pop();
  const heading = (section) => plain(section.querySelector("h2")).trim();
  const setPaper = () => {
    const section = view === "section" && (reading || lastPage.querySelector(SECTIONS));
    told.textContent = section ? `“${heading(section)}” is being set.` : "The whole is being set, which takes some seconds.";
    /* Another number, as an address that is asked again may be answered from what is kept. */
    paper.src = `${panel.dataset.address}/paper.pdf?set=${settings += 1}${section ? `&section=${section.id}` : ""}`;
  };
  paper.addEventListener("load", () => { told.textContent = ""; });
  views.addEventListener("click", (event) => {
    const chosen = event.target.dataset.view;
    if (!chosen) return;
    if (view === "page") reading = read();
    view = chosen;
    if (view !== "page") setPaper();
    frame.hidden = view !== "page";
    paper.hidden = view === "page";
    for (const button of views.children) button.ariaPressed = button.dataset.view === view;
  });
  const renewPaper = (before, after) => {
    if (view === "page" || before.body.isEqualNode(after.body)) return;
    const same = (section) => before.getElementById(section.id)?.isEqualNode(section);
    reading = [...after.querySelectorAll(SECTIONS)].find((section) => !same(section)) || reading;
    setPaper();
  };

  const news = new EventSource(`${panel.dataset.address}/news`);
  const heard = (renewal) => () => renewal().catch((fault) => { told.textContent = fault.message; });
  news.addEventListener("page", heard(renewPage));
  news.addEventListener("review", heard(renewPanel));
  const ENDED = "The server has ended, or is being started again.";
  news.addEventListener("error", () => { told.textContent = ENDED; });
  let connections = 0;
  news.addEventListener("open", () => {
    if (told.textContent === ENDED) told.textContent = "";
    if (connections++) { heard(renewPage)(); heard(renewPanel)(); }
  });
})();
