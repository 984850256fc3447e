// Presses of callback buttons: waiting until the bot answers, then its toast or alert.
import { api } from "./api.js";
import { announce, state } from "./store.js";
import { t } from "./texts.js";
import { alertDialog, showError, toast } from "./toasts.js";

const slowAfter = 15_000;
const rememberedAnswers = 100;
const waiting = new Map();
const early = new Set();

const keyOf = (userId, messageId, data) => `${userId}:${messageId}:${data}`;

export const isWaiting = (userId, messageId, data) => waiting.has(keyOf(userId, messageId, data));

export async function press(userId, messageId, data) {
  const key = keyOf(userId, messageId, data);
  if (waiting.has(key)) {
    return;
  }
  const entry = { userId, id: null, timer: setTimeout(() => toast(t("press.slow"), "warning"), slowAfter) };
  waiting.set(key, entry);
  announce("press", { userId, messageId });
  try {
    entry.id = String((await api.press(userId, messageId, data)).id);
    if (early.has(entry.id)) {
      settle(key);
    }
  } catch (error) {
    settle(key);
    showError(error);
  }
}

/** The bot answered a press; the answer may overtake the response to our own POST. */
export function answered(userId, { callbackQueryId, text, showAlert, url }) {
  const id = String(callbackQueryId);
  early.add(id);
  if (early.size > rememberedAnswers) {
    early.delete(early.values().next().value);
  }
  const found = [...waiting].find(([, entry]) => entry.id === id);
  if (found) {
    settle(found[0]);
  }
  if (url && userId === state.selectedId) {
    announce("address", url);
  }
  if (text && userId === state.selectedId) {
    if (showAlert) {
      alertDialog(text);
    } else {
      toast(text);
    }
  }
}

/** After a gap in the event stream: ask for the answers we may have missed; a server that forgot the press frees the button. */
export async function recheckAnswers() {
  for (const [key, entry] of [...waiting]) {
    if (entry.id === null) {
      continue;
    }
    try {
      const answer = await api.answer(entry.id);
      if (answer.answered) {
        answered(entry.userId, { callbackQueryId: entry.id, ...answer });
      }
    } catch {
      settle(key);
    }
  }
}

function settle(key) {
  const entry = waiting.get(key);
  if (!entry) {
    return;
  }
  clearTimeout(entry.timer);
  waiting.delete(key);
  const [userId, messageId] = key.split(":", 2).map(Number);
  announce("press", { userId, messageId });
}
