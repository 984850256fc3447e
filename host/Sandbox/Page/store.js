// What the page knows: people, their chats, who is selected. Changes are announced as events.

const bus = new EventTarget();
const chats = new Map();

export const state = { bot: null, users: [], selectedId: null };

export function on(name, listener) {
  bus.addEventListener(name, (event) => listener(event.detail));
}

export function announce(name, detail) {
  bus.dispatchEvent(new CustomEvent(name, { detail }));
}

export function chatOf(userId) {
  let chat = chats.get(userId);
  if (!chat) {
    chat = {
      messages: [],
      seq: 0,
      keyboard: null,
      keyboardShown: true,
      unread: 0,
      draft: "",
      replyTo: null,
      editing: null,
      blocked: false,
      pinnedId: null,
      files: [],
      dropped: new Set(),
      loaded: false,
    };
    chats.set(userId, chat);
  }
  return chat;
}

export const selectedUser = () => state.users.find((user) => user.id === state.selectedId) ?? null;
export const selectedChat = () => (state.selectedId === null ? null : chatOf(state.selectedId));
export const messageOf = (chat, id) => chat.messages.find((message) => message.message_id === id) ?? null;
export const totalUnread = () => state.users.reduce((sum, user) => sum + chatOf(user.id).unread, 0);

/** Puts a message in its place and says what that changed: "added", "changed", "removed" or null for nothing new. */
export function upsert(chat, message) {
  const at = chat.messages.findLastIndex((other) => other.message_id <= message.message_id);
  const known = at >= 0 && chat.messages[at].message_id === message.message_id;
  chat.seq = Math.max(chat.seq, message.sandbox?.seq ?? 0);
  if (message.sandbox?.deleted) {
    return known ? (chat.messages.splice(at, 1), "removed") : null;
  }
  if (!known) {
    chat.messages.splice(at + 1, 0, message);
    return "added";
  }
  // An older copy (the answer to a POST that the event stream has overtaken) must not undo an edit.
  const older =
    (message.edit_date ?? 0) < (chat.messages[at].edit_date ?? 0) ||
    (message.sandbox?.seq ?? 0) < (chat.messages[at].sandbox?.seq ?? 0);
  if (older || JSON.stringify(chat.messages[at]) === JSON.stringify(message)) {
    return null;
  }
  chat.messages[at] = message;
  return "changed";
}

export function remove(chat, messageId) {
  const at = chat.messages.findIndex((message) => message.message_id === messageId);
  return at < 0 ? null : chat.messages.splice(at, 1)[0];
}

export function forgetChats() {
  chats.clear();
}

// The browser remembers people per bot, so that a restarted server (which forgets) gets the same ids back.
const key = (name) => `sandbox.${state.bot.id}.${name}`;

export function rememberPeople() {
  localStorage.setItem(
    key("people"),
    JSON.stringify(state.users.map(({ id, name, username, language }) => ({ id, name, username, language }))),
  );
}

export function rememberedPeople() {
  try {
    const people = JSON.parse(localStorage.getItem(key("people")) ?? "[]");
    return Array.isArray(people)
      ? people.filter((user) => Number.isSafeInteger(user?.id) && typeof user.name === "string")
      : [];
  } catch (error) {
    if (error instanceof SyntaxError) {
      return [];
    }
    throw error;
  }
}

export function rememberSelected() {
  localStorage.setItem(key("selected"), String(state.selectedId ?? ""));
}

export const rememberedSelected = () => Number(localStorage.getItem(key("selected"))) || null;

export function forgetPeople() {
  localStorage.removeItem(key("people"));
  localStorage.removeItem(key("selected"));
}
