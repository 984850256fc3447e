// Keeps the page in step with the server: an event stream for the open chat, a light poll for the others.
import { api } from "./api.js";
import { answered, recheckAnswers } from "./presses.js";
import { announce, chatOf, on, rememberPeople, remove, state, upsert } from "./store.js";

const retryDelay = 1000;
const pollDelay = 2000;

let source = null;
let lastEvent;
let connection = "connecting";

export const isAway = () => connection === "away";

export function startLive() {
  on("selected", follow);
  follow();
  poll();
}

function follow() {
  source?.close();
  source = null;
  lastEvent = undefined;
  if (state.selectedId !== null) {
    connect(state.selectedId);
  }
}

function connect(userId) {
  const stream = new EventSource(api.eventsAddress(userId, lastEvent));
  source = stream;
  stream.addEventListener("open", () => joined(userId));
  stream.addEventListener("error", () => {
    stream.close();
    if (source === stream) {
      setConnection("away");
      setTimeout(() => source === stream && retry(userId), retryDelay);
    }
  });
  const listen = (name, handle) =>
    stream.addEventListener(name, (event) => {
      lastEvent = event.lastEventId || lastEvent;
      handle(JSON.parse(event.data));
    });
  listen("message", (message) => receive(userId, message));
  listen("edit", (message) => receive(userId, message));
  listen("delete", ({ message_id: id }) => drop(userId, id));
  listen("answer", (answer) => answered(userId, answer));
  listen("action", ({ action }) => announce("action", { userId, action }));
  listen("keyboard", ({ keyboard }) => setKeyboard(userId, keyboard ?? null));
  listen("pin", ({ message_id: id, pinned }) => setPinned(userId, pinned ? id : null));
}

/** A server that came back may have forgotten everybody: bring people back under their ids before listening again. */
async function retry(userId) {
  try {
    await bringPeople(state.users);
    if (userId === state.selectedId) {
      connect(userId);
    }
  } catch {
    setTimeout(() => userId === state.selectedId && retry(userId), retryDelay);
  }
}

/** Takes the server's list and adds those of `known` that it lacks. */
export async function bringPeople(known) {
  const info = await api.info();
  state.bot = info.bot;
  const missing = known.filter((user) => !info.users.some((other) => other.id === user.id));
  const restored = [];
  for (const user of missing) {
    restored.push(await api.saveUser(user));
  }
  state.users = [...info.users, ...restored];
  rememberPeople();
  announce("people");
  announce("faults", info.faults ?? []);
}

async function joined(userId) {
  try {
    await refresh(userId);
    setConnection("live");
    await recheckAnswers();
  } catch {
    setConnection("away");
    source?.close();
    setTimeout(() => userId === state.selectedId && retry(userId), retryDelay);
  }
}

/** Reads the whole chat again: the one way that is right after any gap, restart or reset. */
export async function refresh(userId) {
  const chat = chatOf(userId);
  const answer = await api.messages(userId);
  // What the event stream brought while this answer was on its way is newer and stays.
  const newer = chat.messages.filter((message) => message.sandbox?.seq > answer.seq);
  const read = answer.messages.filter((message) => !message.sandbox?.deleted && !chat.dropped.has(message.message_id));
  const changed = JSON.stringify(read) !== JSON.stringify(chat.messages);
  chat.seq = answer.seq;
  if (changed) {
    chat.messages = [];
    [...read, ...newer].forEach((message) => upsert(chat, message));
  }
  const first = !chat.loaded;
  chat.loaded = true;
  if (changed || first) {
    announce("chat", { userId });
  }
  setKeyboard(userId, answer.keyboard ?? null);
  setPinned(userId, answer.pinned?.at(-1) ?? null);
  setBlocked(userId, answer.blocked ?? false);
}

export function receive(userId, message) {
  const chat = chatOf(userId);
  const change = upsert(chat, message);
  if (!change) {
    return;
  }
  const fromBot = message.sandbox?.from_bot;
  if (change === "added" && fromBot && (userId !== state.selectedId || document.hidden)) {
    chat.unread++;
  }
  announce("message", { userId, change, message });
}

function drop(userId, messageId) {
  chatOf(userId).dropped.add(messageId);
  const message = remove(chatOf(userId), messageId);
  if (message) {
    announce("message", { userId, change: "removed", message });
  }
}

function setKeyboard(userId, keyboard) {
  const chat = chatOf(userId);
  if (JSON.stringify(chat.keyboard) !== JSON.stringify(keyboard)) {
    chat.keyboard = keyboard;
    chat.keyboardShown = true;
    announce("keyboard", { userId });
  }
}

function setPinned(userId, messageId) {
  chatOf(userId).pinnedId = messageId;
  announce("pin", { userId });
}

/** Whether this person has blocked the bot, as a Telegram user can. */
export function setBlocked(userId, blocked) {
  if (chatOf(userId).blocked !== blocked) {
    chatOf(userId).blocked = blocked;
    announce("blocked", { userId });
  }
}

function setConnection(value) {
  if (connection !== value) {
    connection = value;
    announce("connection", value);
  }
}

async function poll() {
  if (!document.hidden && connection !== "away" && state.bot) {
    try {
      await pollOnce();
    } catch {
      // The event stream of the open chat is what decides that the server is away; without one, say so here.
      if (source === null) {
        setConnection("away");
      }
    }
  } else if (connection === "away" && source === null) {
    await bringPeople(state.users).then(
      () => setConnection("live"),
      () => undefined,
    );
  }
  setTimeout(poll, pollDelay);
}

async function pollOnce() {
  const info = await api.info();
  announce("faults", info.faults ?? []);
  if (JSON.stringify(info.users) !== JSON.stringify(state.users)) {
    state.users = info.users;
    rememberPeople();
    announce("people");
  }
  for (const { id } of state.users.filter((user) => user.id !== state.selectedId)) {
    await pollChat(id);
  }
}

async function pollChat(userId) {
  const chat = chatOf(userId);
  const answer = await api.messages(userId, chat.seq);
  if (answer.seq < chat.seq) {
    chat.messages = [];
    chat.loaded = false;
  }
  const firstLook = !chat.loaded;
  chat.loaded = true;
  answer.messages.forEach((message) => receive(userId, message));
  chat.seq = answer.seq;
  if (firstLook) {
    chat.unread = 0;
    announce("people");
  }
}
