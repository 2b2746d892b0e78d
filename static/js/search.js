// Offers pages below a search field while somebody types: plain links, reached by Tab or the arrow
// keys. Where the script or the line fails, the form works as ever.
for (const form of document.querySelectorAll("[data-suggestions]")) {
  if (navigator.connection?.saveData) break;
  const field = form.querySelector("[type=search]");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let timer, request;

  list.className = "search__offers";
  list.hidden = true;
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  field.autocomplete = "off";
  form.append(list, status);

  const show = ({ items, message }) => {
    list.replaceChildren(...items.map(({ title, url, type }) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      const kind = document.createElement("small");
      link.href = url;
      kind.textContent = type;
      link.append(title, kind);
      entry.append(link);
      return entry;
    }));
    list.hidden = !items.length;
    status.textContent = message;
  };
  const close = () => show({ items: [], message: "" });

  const ask = async () => {
    request?.abort();
    request = new AbortController();
    const query = new URLSearchParams({ q: field.value });
    try {
      const answer = await fetch(`${form.dataset.suggestions}?${query}`, { signal: request.signal });
      const found = await answer.json();
      if (form.contains(document.activeElement)) show(found);
    } catch {
      // The next letter tries again.
    }
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    if (field.value.trim().length > 1) timer = setTimeout(ask, 200);
    else close();
  });
  form.addEventListener("keydown", (event) => {
    if (list.hidden || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
    const stops = [field, ...list.querySelectorAll("a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    event.preventDefault();
    if (!step) close();
    const here = step ? stops.indexOf(document.activeElement) : 0;
    stops[(here + (step ?? 0) + stops.length) % stops.length].focus();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}
