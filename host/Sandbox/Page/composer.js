// Writing: text, replies, edits of one's own messages, the START button, drafts per person.
import { api } from "./api.js";
import { clearFiles, hasFiles, sendFiles } from "./attachments.js";
import { byId, el, iconButton, replaceChildren } from "./dom.js";
import { receive, setBlocked } from "./live.js";
import { summary } from "./media.js";
import { on, selectedChat, selectedUser, state } from "./store.js";
import { t, whenLanguageChanges } from "./texts.js";
import { showError } from "./toasts.js";

const limits = { text: 4096, caption: 1024 };
const tallest = 180;

let input;
let sending = false;
let shownFor = null;

export function startComposer() {
  input = byId("input");
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  input.addEventListener("input", () => {
    if (selectedChat()) {
      selectedChat().draft = input.value;
    }
    fit();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !event.defaultPrevented) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      leaveBar();
    } else if (event.key === "ArrowUp" && !event.defaultPrevented && input.value === "") {
      editLast(event);
    }
  });
  byId("start").addEventListener("click", () => start());
  on("selected", show);
  on("chat", ({ userId }) => userId === state.selectedId && showStart());
  on("message", ({ userId, message, change }) => userId === state.selectedId && changed(message, change));
  on("keyboard", ({ userId }) => userId === state.selectedId && placeholder());
  on("blocked", ({ userId }) => userId === state.selectedId && showStart());
  whenLanguageChanges(() => {
    renderReply();
    placeholder();
    fit();
  });
}

function show() {
  const chat = selectedChat();
  shownFor = state.selectedId;
  input.value = chat?.draft ?? "";
  showStart();
  renderReply();
  placeholder();
  fit();
}

function changed(message, change) {
  const chat = selectedChat();
  if (change === "removed" && (chat.replyTo ?? chat.editing)?.message_id === message.message_id) {
    leaveBar();
  }
  showStart();
}

function showStart() {
  const chat = selectedChat();
  const empty = Boolean(chat?.loaded && (chat.messages.length === 0 || chat.blocked));
  const focused = document.activeElement;
  byId("start").dataset.text = chat?.blocked ? "restart" : "start";
  byId("start").textContent = t(byId("start").dataset.text);
  byId("start").hidden = !empty;
  byId("writing").hidden = empty;
  if (!empty && focused === byId("start")) {
    input.focus();
  } else if (empty && [input, byId("people-open"), document.body].includes(focused)) {
    byId("start").focus();
  }
}

function placeholder() {
  input.placeholder = selectedChat()?.keyboard?.input_field_placeholder || t("input");
}

/** Grows with the text and counts near Telegram's limit. */
export function fit() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight, tallest)}px`;
  const max = hasFiles() ? limits.caption : limits.text;
  const over = input.value.length > max;
  byId("counter").hidden = !over;
  byId("counter").textContent = over ? t("input.over", { n: input.value.length, max }) : "";
  input.setAttribute("aria-invalid", String(over));
}

async function send() {
  const chat = selectedChat();
  const text = input.value.trim();
  if (sending || !chat || (!text && (chat.editing || !hasFiles()))) {
    return;
  }
  sending = true;
  const userId = state.selectedId;
  const replyTo = chat.replyTo?.message_id;
  try {
    if (chat.editing) {
      receive(userId, await api.edit(userId, chat.editing.message_id, text));
    } else if (hasFiles()) {
      await sendFiles(userId, text, replyTo);
      clearFiles(chat);
    } else {
      receive(userId, await api.sendText(userId, text, replyTo));
    }
    chat.draft = chat.editing ? chat.held : "";
    chat.replyTo = null;
    chat.editing = null;
    if (shownFor === userId) {
      input.value = chat.draft;
      renderReply();
      fit();
    }
  } catch (error) {
    showError(error);
  } finally {
    sending = false;
  }
}

/** Sends words that are not the draft: a pressed command or a reply keyboard button. */
export async function sendWords(text) {
  const userId = state.selectedId;
  try {
    receive(userId, await api.sendText(userId, text));
  } catch (error) {
    showError(error);
  }
}

export async function start(payload) {
  const userId = state.selectedId;
  if (userId === null) {
    showError(new Error(t("acts.needUser")));
    return;
  }
  try {
    const message = await api.start(userId, payload || undefined);
    setBlocked(userId, false);
    if (message?.message_id) {
      receive(userId, message);
    }
  } catch (error) {
    showError(error);
  }
}

export function setReply(message) {
  leaveBar();
  point("replyTo", message);
}

/** Brings an own message back into the field; what stood there waits until the edit is done. */
export function setEdit(message) {
  leaveBar();
  const chat = selectedChat();
  if (chat) {
    chat.held = chat.draft;
    write(chat, message.text);
    point("editing", message);
  }
}

function point(how, message) {
  const chat = selectedChat();
  if (chat) {
    chat[how] = message;
    renderReply();
    input.focus();
  }
}

function leaveBar() {
  const chat = selectedChat();
  if (chat?.editing) {
    write(chat, chat.held);
  }
  if (chat?.editing || chat?.replyTo) {
    chat.editing = null;
    point("replyTo", null);
  }
}

function write(chat, text) {
  chat.draft = text;
  input.value = text;
  fit();
}

/** As in Telegram: the arrow up in an empty field edits what was written last. */
function editLast(event) {
  const last = selectedChat()?.messages.findLast((message) => !message.sandbox?.from_bot && message.text !== undefined);
  if (last) {
    event.preventDefault();
    setEdit(last);
  }
}

function renderReply() {
  const chat = selectedChat();
  const message = chat?.editing ?? chat?.replyTo;
  byId("reply-bar").hidden = !message;
  if (!message) {
    replaceChildren(byId("reply-bar"));
    return;
  }
  const author = message.sandbox?.from_bot ? state.bot.name : selectedUser().name;
  const title = chat.editing ? t("editing") : `${t("reply.to")}: ${author}`;
  replaceChildren(
    byId("reply-bar"),
    el(
      "div",
      { class: "quote" },
      el("span", { class: "quote-author", text: title }),
      el("span", { class: "quote-text", text: summary(message) }),
    ),
    iconButton("close", t("cancel"), leaveBar),
  );
}
