// Puts the parts together. Each concern lives in its own module; they meet in store.js.
import { api } from "./api.js";
import { startAttachments } from "./attachments.js";
import { startCommands } from "./commands.js";
import { fit, sendWords, setEdit, setReply, start, startComposer } from "./composer.js";
import { byId, drawIcons } from "./dom.js";
import { deepLink, safeAddress } from "./links.js";
import { bringPeople, startLive } from "./live.js";
import { showMessage, startLog } from "./log.js";
import { summary } from "./media.js";
import { select, startPeople } from "./people.js";
import { startReplyKeyboard } from "./reply-keyboard.js";
import { announce, messageOf, on, rememberedPeople, rememberedSelected, selectedChat, state } from "./store.js";
import { localize, setLanguage, t, whenLanguageChanges } from "./texts.js";
import { toast } from "./toasts.js";
import { startTools } from "./tools.js";

const retryDelay = 1000;
const typingShown = 5000;
let typingTimer = 0;
let connection = "connecting";

function startHead() {
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => setLanguage(button.dataset.language));
  }
  on("people", drawHead);
  on("connection", (value) => {
    connection = value;
    drawHead();
  });
  on("selected", () => {
    drawHead();
    drawPinned();
  });
  on("pin", ({ userId }) => userId === state.selectedId && drawPinned());
  on("chat", ({ userId }) => userId === state.selectedId && drawPinned());
  on("action", ({ userId, action }) => userId === state.selectedId && typing(action));
  on("message", ({ userId, change, message }) => {
    if (userId === state.selectedId && change === "added" && message.sandbox?.from_bot) {
      drawHead();
    }
  });
  on("address", (address) => {
    const url = safeAddress(address);
    const payload = url && deepLink(url);
    if (payload === null) {
      toast(address);
    } else {
      start(payload);
    }
  });
  byId("pinned").addEventListener("click", () => showMessage(selectedChat().pinnedId));
  whenLanguageChanges(() => {
    drawHead();
    drawPinned();
  });
}

function drawHead() {
  clearTimeout(typingTimer);
  byId("bot-name").textContent = state.bot?.name ?? "…";
  const username = state.bot?.username ? ` · @${state.bot.username}` : "";
  byId("bot-state").textContent = connection === "away" ? t("state.connecting") : `${t("bot")}${username}`;
  byId("bot-state").classList.remove("typing");
  byId("away").hidden = connection !== "away";
  byId("away").textContent = connection === "away" ? t("state.away") : "";
}

function typing(action) {
  drawHead();
  byId("bot-state").textContent = t(action.startsWith("upload") ? "uploading" : "typing");
  byId("bot-state").classList.add("typing");
  typingTimer = setTimeout(drawHead, typingShown);
}

function drawPinned() {
  const chat = selectedChat();
  const message = chat?.pinnedId ? messageOf(chat, chat.pinnedId) : null;
  byId("pinned").hidden = !message;
  byId("pinned").textContent = message ? `📌 ${t("pinned")}: ${summary(message)}` : "";
}

/** Waits for the server, brings remembered people back and opens the chat of the one last selected. */
async function enter() {
  try {
    const info = await api.info();
    state.bot = info.bot;
    await bringPeople(rememberedPeople());
  } catch {
    announce("connection", "away");
    setTimeout(enter, retryDelay);
    return;
  }
  announce("connection", "live");
  const remembered = state.users.find((user) => user.id === rememberedSelected());
  const only = state.users.length === 1 ? state.users[0] : null;
  startLive();
  select((remembered ?? only)?.id ?? null);
}

drawIcons(document);
localize(document);
const acts = { openDeepLink: start, sendCommand: sendWords, reply: setReply, edit: setEdit };
startLog(acts);
startCommands();
startComposer();
startAttachments(fit);
startReplyKeyboard();
startPeople();
startTools();
startHead();
enter();
