// Who is writing: the list on the left, switching, new people, the friendly first start.
import { api } from "./api.js";
import { byId, el, replaceChildren } from "./dom.js";
import { summary } from "./media.js";
import { announce, chatOf, on, rememberPeople, rememberSelected, selectedUser, state, totalUnread } from "./store.js";
import { clockTime, language, t, whenLanguageChanges } from "./texts.js";
import { formDialog, showError } from "./toasts.js";

const suggested = [
  { name: "Анна", language: "ru" },
  { name: "Bob", language: "en" },
];
const hues = 7;

export function startPeople() {
  byId("people-add").addEventListener("click", askForPerson);
  byId("people-open").addEventListener("click", () => showDrawer(true));
  byId("people-close").addEventListener("click", () => showDrawer(false));
  byId("scrim").addEventListener("click", () => showDrawer(false));
  byId("people").addEventListener("keydown", (event) => event.key === "Escape" && showDrawer(false));
  document.addEventListener("visibilitychange", () => !document.hidden && markSeen());
  on("people", peopleChanged);
  on("selected", render);
  on("chat", render);
  on("message", render);
  whenLanguageChanges(render);
}

function peopleChanged() {
  if (state.selectedId !== null && !selectedUser()) {
    select(null);
  }
  render();
}

export function select(userId) {
  state.selectedId = userId;
  rememberSelected();
  markSeen();
  showDrawer(false);
  announce("selected", userId);
}

function markSeen() {
  if (state.selectedId !== null) {
    chatOf(state.selectedId).unread = 0;
    render();
  }
}

function render() {
  const items = state.users.map((user) => el("li", {}, personButton(user)));
  const focused = document.activeElement?.closest?.("#people-list button")?.dataset.user;
  replaceChildren(byId("people-list"), ...items);
  if (focused) {
    byId("people-list")
      .querySelector(`[data-user="${CSS.escape(focused)}"]`)
      ?.focus();
  }
  renderWelcome();
  const unread = totalUnread();
  byId("people-unread").textContent = String(unread);
  byId("people-unread").hidden = unread === 0;
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${state.bot?.name ?? "Bot"} — sandbox`;
}

function personButton(user) {
  const chat = chatOf(user.id);
  const last = chat.messages.at(-1);
  const unread =
    chat.unread > 0
      ? el("span", { class: "badge", "aria-label": t("people.unread", { n: chat.unread }), text: String(chat.unread) })
      : null;
  return el(
    "button",
    {
      type: "button",
      class: "person",
      "aria-current": user.id === state.selectedId ? "true" : null,
      data: { user: String(user.id) },
      on: { click: () => choose(user.id) },
    },
    avatar(user),
    el(
      "span",
      { class: "person-words" },
      el(
        "span",
        { class: "person-line" },
        el("span", { class: "person-name", text: user.name }),
        el("span", { class: "person-language", title: t(`lang.${user.language}`), text: user.language }),
        last ? el("time", { class: "muted", text: clockTime(last.date) }) : null,
      ),
      el(
        "span",
        { class: "person-line" },
        el("span", { class: "person-last muted", text: last ? summary(last) : t("people.empty") }),
        unread,
      ),
    ),
  );
}

function choose(userId) {
  select(userId);
  // On a touch screen focus in the field would push the on-screen keyboard over the chat.
  if (!byId("start").hidden) {
    byId("start").focus();
  } else if (!matchMedia("(pointer: coarse)").matches) {
    byId("input").focus();
  }
}

export function avatar(user) {
  const letters = [...user.name.trim()];
  return el("span", {
    class: `avatar hue-${Math.abs(user.id) % hues}`,
    "aria-hidden": "true",
    text: (letters[0] ?? "?").toUpperCase(),
  });
}

function renderWelcome() {
  const welcome = byId("welcome");
  welcome.hidden = state.selectedId !== null || !state.bot;
  byId("dock").hidden = state.selectedId === null;
  if (welcome.hidden) {
    replaceChildren(welcome);
    return;
  }
  if (welcome.contains(document.activeElement) && welcome.dataset.language === language()) {
    return;
  }
  welcome.dataset.language = language();
  const people = state.users.length > 0 ? state.users : suggested;
  const buttons = people
    .slice(0, 6)
    .map((user) =>
      el(
        "button",
        { type: "button", class: "welcome-person", on: { click: () => (user.id ? choose(user.id) : create(user)) } },
        avatar({ id: user.id ?? suggested.indexOf(user) * 4 + 1, name: user.name }),
        el("span", { class: "person-name", text: user.name }),
        el("span", { class: "muted", text: t(`lang.${user.language}`) }),
      ),
    );
  replaceChildren(
    welcome,
    el(
      "div",
      { class: "welcome-card" },
      el("h2", { text: t("welcome.title") }),
      el("p", { class: "muted", text: t("welcome.text") }),
      el("div", { class: "welcome-people" }, ...buttons),
      el("button", { type: "button", class: "plain", text: t("welcome.other"), on: { click: askForPerson } }),
    ),
  );
}

async function create(user) {
  try {
    const created = await api.saveUser(user);
    state.users = [...state.users.filter((other) => other.id !== created.id), created];
    rememberPeople();
    announce("people");
    choose(created.id);
  } catch (error) {
    showError(error);
  }
}

async function askForPerson() {
  const name = el("input", { name: "name", required: true, maxlength: "64", autocomplete: "off", id: "new-name" });
  name.addEventListener("invalid", () =>
    name.setCustomValidity(name.validity.valueMissing ? t("people.nameNeeded") : ""),
  );
  name.addEventListener("input", () => name.setCustomValidity(""));
  const choice = (value, text) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "language", value, checked: value === language() }),
      el("span", { text }),
    );
  const values = await formDialog(
    t("people.add"),
    [
      el("label", { class: "field" }, el("span", { text: t("people.name") }), name),
      el(
        "fieldset",
        { class: "field" },
        el("legend", { text: t("people.language") }),
        choice("ru", "Русский"),
        choice("en", "English"),
      ),
    ],
    t("people.create"),
  );
  if (values?.name.trim()) {
    await create({ name: values.name.trim(), language: values.language });
  }
}

function showDrawer(open) {
  const drawer = byId("people");
  const was = drawer.classList.contains("open");
  drawer.classList.toggle("open", open);
  byId("scrim").hidden = !open;
  if (open) {
    (drawer.querySelector("[aria-current]") ?? byId("people-add")).focus();
  } else if (was && drawer.contains(document.activeElement)) {
    byId("people-open").focus();
  }
}
