// The basket of a business (components/basket.html, basket_add.html): what a reader gathers of it, kept on this
// device until it is emptied. One WhatsApp message takes all of it along; prices and message come from the server.
// Without this script each product has its own order form.

const PLACE = "smart-kampung.basket", MOST = 10_000;
const box = document.querySelector("[data-basket]");
const says = document.querySelector("[data-basket-says]"), undo = document.querySelector("[data-basket-undo]");
const bar = document.querySelector("[data-basket-bar]");
const rupiah = (amount) => `Rp\u00a0${amount.toLocaleString(document.documentElement.lang)}`;

// Without storage the basket lasts as long as the page.
let memory = {};

function all() {
  try {
    return JSON.parse(localStorage.getItem(PLACE)) ?? {};
  } catch {
    return memory;
  }
}

const items = () => all()[box.dataset.basket] ?? [];

function put(list) {
  memory = { ...all(), [box.dataset.basket]: list };
  if (!list.length) delete memory[box.dataset.basket];
  try {
    localStorage.setItem(PLACE, JSON.stringify(memory));
  } catch {
    // Full or forbidden: see above.
  }
  show();
}

const same = (one, other) => one.key === other.key && one.variant === other.variant;
const nameOf = (item) => (item.variantName ? `${item.title} (${item.variantName})` : item.title);
const within = (number, least) => Math.min(MOST, Math.max(least, Math.round(number) || least));

// What somebody took out comes back by one button, which has the focus.
function tell(text, before = null) {
  says.textContent = text;
  undo.hidden = !before;
  undo.onclick = () => {
    put(before);
    tell("");
    document.getElementById("basket").focus();
  };
  if (before) undo.focus();
}

function row(item) {
  const made = box.querySelector("template").content.cloneNode(true);
  const field = made.querySelector("input"), remove = made.querySelector("button");
  const price = item.price ? `× ${rupiah(item.price)}` : box.dataset.agreed;
  made.querySelector("[data-name]").textContent = nameOf(item);
  made.querySelector("[data-each]").textContent = price;
  for (const part of [field, remove]) part.ariaLabel = part.ariaLabel.replace("NAME", nameOf(item));
  field.min = item.least;
  field.value = item.quantity;
  field.addEventListener("change", () => {
    const quantity = within(field.valueAsNumber, item.least);
    field.value = quantity;
    put(items().map((one) => (same(one, item) ? { ...one, quantity } : one)));
  });
  remove.addEventListener("click", () => {
    const before = items();
    put(before.filter((one) => !same(one, item)));
    tell(says.dataset.removed.replace("NAME", nameOf(item)), before);
  });
  return made;
}

function hidden(item) {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "item";
  field.value = `${item.product}:${item.variant}:${item.quantity}`;
  return field;
}

function show() {
  const list = items(), priced = list.filter((item) => item.price);
  const sum = priced.reduce((total, item) => total + item.price * item.quantity, 0);
  const open = priced.length < list.length ? box.dataset.agreed : "";
  const total = [priced.length ? rupiah(sum) : "", open].filter(Boolean).join(" + ");
  const rows = box.querySelector("[data-rows]");
  // Whoever changes a quantity stays in its field.
  const focus = [...rows.querySelectorAll("input")].indexOf(document.activeElement);
  rows.replaceChildren(...list.map(row));
  rows.querySelectorAll("input")[focus]?.focus();
  box.querySelector("[data-items]").replaceChildren(...list.map(hidden));
  box.querySelector("[data-total]").textContent = total;
  box.hidden = bar.hidden = !list.length;
  bar.querySelector("[data-number]").textContent = list.reduce((number, item) => number + item.quantity, 0);
  bar.querySelector("[data-sum]").textContent = total;
}

function wanted(button) {
  const { add: key, product, title, price, least } = button.dataset;
  const form = button.closest("form"), choice = form?.querySelector("select")?.selectedOptions[0];
  const typed = form?.querySelector("[name=quantity]")?.valueAsNumber;
  return {
    key, product, title, least: Number(least), variant: choice?.value ?? "", variantName: choice?.dataset.name ?? "",
    price: Number(choice?.dataset.price || price) || null, quantity: within(typed, Number(least)),
  };
}

function add(button) {
  // Nothing is chosen yet: the server says so beside the list.
  const list = button.form?.querySelector("select");
  if (list && !list.value) {
    button.form.submit();
    return;
  }
  const item = wanted(button), found = items().find((one) => same(one, item));
  const quantity = within((found?.quantity ?? 0) + item.quantity, item.least);
  put(found ? items().map((one) => (one === found || same(one, item) ? { ...item, quantity } : one)) : [...items(), item]);
  tell(says.dataset.basketSays.replace("NAME", nameOf(item)));
}

// A price that has changed since is known wherever the product is shown; the server knows it in any case.
function refresh(buttons) {
  const known = new Map(buttons.map((button) => [button.dataset.add, button.dataset]));
  const list = items().map((item) => {
    const now = item.variant ? null : known.get(item.key);
    return now ? { ...item, title: now.title, price: Number(now.price) || null, least: Number(now.least) } : item;
  });
  if (JSON.stringify(list) !== JSON.stringify(items())) put(list);
}

if (box) {
  const buttons = [...document.querySelectorAll("[data-add]")];
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => add(button));
  }
  box.querySelector("[data-empty]").addEventListener("click", () => {
    const before = items();
    put([]);
    tell(says.dataset.emptied, before);
  });
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  refresh(buttons);
  show();
}
