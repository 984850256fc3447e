// The list of messages: a bounded window that stays at the end unless the reader has scrolled up.
import { byId, el, replaceChildren } from "./dom.js";
import { markWaiting } from "./inline-keyboard.js";
import { blockKey, renderBlock } from "./message.js";
import { on, selectedChat, selectedUser, state } from "./store.js";
import { dayName, t, whenLanguageChanges } from "./texts.js";

const windowSize = 300;
const slack = 60;
const nearEnd = 80;

let log;
let acts;
let atEnd = true;
let lastTop = 0;
let missed = 0;
const shown = new Map();

/** @param given { openDeepLink, sendCommand, reply, edit } */
export function startLog(given) {
  log = byId("log");
  acts = { ...given, show: showMessage };
  log.addEventListener("scroll", scrolled, { passive: true });
  // A picture whose size was not known pushes the end away when it arrives ("load" does not bubble, so it is captured).
  log.addEventListener("load", () => atEnd && toEnd(), { capture: true });
  log.addEventListener("keydown", walk);
  byId("to-end").addEventListener("click", () => log.scrollTo({ top: log.scrollHeight, behavior: motion() }));
  new ResizeObserver(() => atEnd && toEnd()).observe(log);
  on("selected", () => renderAll(true));
  on("chat", ({ userId }) => userId === state.selectedId && renderAll(atEnd));
  on("message", ({ userId, change, message }) => userId === state.selectedId && apply(change, message));
  on("press", ({ userId, messageId }) => userId === state.selectedId && redrawKeys(messageId));
  whenLanguageChanges(() => renderAll(atEnd));
}

const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

function renderAll(goToEnd) {
  const chat = selectedChat();
  shown.clear();
  log.setAttribute("aria-busy", "true");
  const kept = log.scrollHeight - log.scrollTop;
  if (!chat) {
    replaceChildren(log);
  } else {
    const size = (chat.windowSize ??= windowSize);
    const hidden = Math.max(0, chat.messages.length - size);
    const visible = chat.messages.slice(hidden);
    const blocks = [...Map.groupBy(visible, blockKey)];
    const nodes = blocks.flatMap(([key, messages], index) => [
      dayBetween(blocks[index - 1]?.[1].at(-1), messages[0]),
      draw(key, messages),
    ]);
    const empty = chat.loaded && chat.messages.length === 0 ? el("p", { class: "empty", text: t("empty") }) : null;
    replaceChildren(log, hidden > 0 ? earlierButton(chat, hidden) : null, empty, ...nodes);
  }
  if (goToEnd) {
    toEnd();
  } else {
    log.scrollTop = log.scrollHeight - kept;
    noticeScroll();
  }
  log.setAttribute("aria-busy", "false");
}

function draw(key, messages) {
  const node = renderBlock(messages, state.selectedId, acts);
  shown.set(key, node);
  return node;
}

function earlierButton(chat, hidden) {
  const more = () => {
    chat.windowSize += windowSize;
    atEnd = false;
    renderAll(false);
    log.querySelector(".message")?.focus({ preventScroll: true });
  };
  return el("button", { type: "button", class: "earlier", text: t("earlier", { n: hidden }), on: { click: more } });
}

function dayBetween(previous, message) {
  const day = dayName(message.date);
  return previous && dayName(previous.date) === day ? null : el("div", { class: "day" }, el("span", { text: day }));
}

function apply(change, message) {
  const chat = selectedChat();
  const key = blockKey(message);
  const parts = chat.messages.filter((other) => blockKey(other) === key);
  const old = shown.get(key);
  if (old && parts.length === 0) {
    vanish(old, key);
  } else if (old) {
    replace(old, key, parts, change === "changed");
  } else if (change === "added") {
    append(chat, key, parts);
  }
}

function append(chat, key, parts) {
  const wasAtEnd = atEnd;
  const last = chat.messages.at(-1) === parts.at(-1);
  if (!last || chat.messages.length === 1 || (wasAtEnd && shown.size > chat.windowSize + slack)) {
    renderAll(wasAtEnd);
    return;
  }
  const previous = chat.messages[chat.messages.length - parts.length - 1];
  const node = draw(key, parts);
  node.classList.add("fresh");
  log.append(...[dayBetween(previous, parts[0]), node].filter(Boolean));
  if (wasAtEnd || !parts[0].sandbox?.from_bot) {
    toEnd();
  } else {
    missed++;
    noticeScroll();
  }
}

function replace(old, key, parts, visibly) {
  const focusables = (node) => [node, ...node.querySelectorAll("button, a[href], [tabindex='0']")];
  const focusedAt = focusables(old).indexOf(document.activeElement);
  const wasAtEnd = atEnd;
  const node = draw(key, parts);
  node.classList.toggle("changed", visibly);
  old.replaceWith(node);
  if (focusedAt >= 0) {
    // A screen edited in place must not throw a keyboard user out of it.
    const all = focusables(node);
    const keys = [...node.querySelectorAll(".key")];
    (all[focusedAt]?.matches(".key") ? all[focusedAt] : (keys[0] ?? node)).focus({ preventScroll: true });
  }
  if (wasAtEnd) {
    toEnd();
  }
}

function vanish(node, key) {
  const focused = node.contains(document.activeElement);
  const wasAtEnd = atEnd;
  shown.delete(key);
  if (node.previousElementSibling?.matches(".day") && !node.nextElementSibling?.matches(".message")) {
    node.previousElementSibling.remove();
  }
  node.remove();
  if (focused) {
    byId("input").focus();
  }
  if (wasAtEnd) {
    toEnd();
  }
}

function redrawKeys(messageId) {
  const message = selectedChat()?.messages.find((other) => other.message_id === messageId);
  const node = message && shown.get(blockKey(message));
  if (node) {
    markWaiting(node, messageId, state.selectedId);
  }
}

function toEnd() {
  log.scrollTop = log.scrollHeight;
  lastTop = log.scrollTop;
  atEnd = true;
  noticeScroll();
}

/** Only a scroll upwards leaves the end: a keyboard that takes room away does not. */
function scrolled() {
  const near = log.scrollHeight - log.scrollTop - log.clientHeight < nearEnd;
  atEnd = near || (atEnd && log.scrollTop >= lastTop);
  lastTop = log.scrollTop;
  noticeScroll();
}

function noticeScroll() {
  missed = atEnd ? 0 : missed;
  byId("to-end").hidden = atEnd || !selectedUser();
  const count = byId("to-end-count");
  count.textContent = String(missed);
  count.hidden = missed === 0;
}

function showMessage(messageId) {
  const chat = selectedChat();
  const message = chat?.messages.find((other) => other.message_id === messageId);
  if (!message) {
    return;
  }
  if (!shown.has(blockKey(message))) {
    chat.windowSize = chat.messages.length;
    renderAll(false);
  }
  const node = shown.get(blockKey(message));
  node.scrollIntoView({ block: "center", behavior: motion() });
  node.focus({ preventScroll: true });
  node.classList.remove("found");
  requestAnimationFrame(() => node.classList.add("found"));
}

/** Arrow keys walk from message to message; Enter on one replies to it (message.js). */
function walk(event) {
  const here = event.target;
  if (!["ArrowUp", "ArrowDown"].includes(event.key) || (here !== log && !here.matches(".message"))) {
    return;
  }
  const all = [...log.querySelectorAll(".message")];
  const step = event.key === "ArrowUp" ? -1 : 1;
  const next = here === log ? all.at(-1) : all[all.indexOf(here) + step];
  if (next) {
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
}

export { showMessage };
