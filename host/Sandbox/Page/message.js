// One message, or one album, as a bubble.
import { el, iconButton } from "./dom.js";
import { renderInlineKeyboard } from "./inline-keyboard.js";
import { renderText } from "./markup.js";
import { renderMedia, summary } from "./media.js";
import { chatOf, messageOf, state } from "./store.js";
import { clockTime, t } from "./texts.js";

const onlyEmoji =
  /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*(?:\u{200D}\p{Extended_Pictographic}\u{FE0F}?)*){1,3}$/u;

/** Messages of one album share a block; every other message is a block of its own. */
export const blockKey = (message) => (message.media_group_id ? `a${message.media_group_id}` : `m${message.message_id}`);

/** @param messages one message, or the parts of an album in order. @param acts { openDeepLink, sendCommand, reply, edit, show } */
export function renderBlock(messages, userId, acts) {
  const first = messages[0];
  const last = messages.at(-1);
  if (!hasContent(first)) {
    return service(first);
  }
  const fromBot = first.sandbox?.from_bot ?? first.from?.is_bot ?? false;
  const sender = fromBot ? state.bot.name : t("you");
  const bubble = el(
    "div",
    { class: "bubble" },
    forwardedLine(first),
    quote(first, userId, acts),
    mediaOf(messages),
    captionOf(messages, acts),
    meta(messages, last, fromBot),
  );
  const node = el(
    "article",
    { class: `message ${fromBot ? "in" : "out"}`, tabindex: "-1", "aria-label": `${sender}, ${clockTime(first.date)}` },
    bubble,
    renderInlineKeyboard(last, userId, acts),
    toolsOf(first, fromBot, acts),
  );
  node.dataset.block = blockKey(first);
  node.classList.toggle("with-photo", Boolean(first.photo));
  node.classList.toggle("emoji", !first.photo && onlyEmoji.test(first.text ?? ""));
  node.addEventListener("keydown", (event) => {
    if (event.target === node && event.key === "Enter") {
      event.preventDefault();
      acts.reply(first);
    }
  });
  bubble.addEventListener("click", (event) => touch(event, node));
  return node;
}

function toolsOf(message, fromBot, acts) {
  const tool = (name, act) => iconButton(name, t(name), () => act(message), { tabindex: "-1" });
  const own = !fromBot && message.text !== undefined && !message.forward_origin;
  return el("div", { class: "message-tools" }, tool("reply", acts.reply), own ? tool("edit", acts.edit) : null);
}

/** Without a pointer that hovers, a tap on the bubble brings the tools, as in Telegram. */
function touch(event, node) {
  if (matchMedia("(hover: none)").matches && !event.target.closest("button, a")) {
    const shown = node.classList.contains("touched");
    document.querySelector(".message.touched")?.classList.remove("touched");
    node.classList.toggle("touched", !shown);
  }
}

const hasContent = (message) =>
  message.text !== undefined || message.caption !== undefined || renderMedia(message) !== null;

function service(message) {
  const words = message.pinned_message ? t("service.pinned") : t("unsupported");
  const node = el("div", { class: "service" }, el("span", { text: words }));
  node.dataset.block = blockKey(message);
  return node;
}

function mediaOf(messages) {
  if (messages.length === 1) {
    return renderMedia(messages[0]);
  }
  const pictures = messages.every((message) => message.photo);
  return el(
    "div",
    { class: pictures ? `album count-${Math.min(messages.length, 10)}` : "album-files" },
    ...messages.map(renderMedia).filter(Boolean),
  );
}

function captionOf(messages, acts) {
  const spoken = messages.find((message) => message.text !== undefined || message.caption);
  if (!spoken) {
    return null;
  }
  const text = spoken.text ?? spoken.caption;
  return el(
    "div",
    { class: "text", dir: "auto" },
    renderText(text, spoken.entities ?? spoken.caption_entities ?? [], acts),
  );
}

/** Telegram's clients do not mark what a bot edits: its screens change in place all the time. */
function meta(messages, last, fromBot) {
  const edited = !fromBot && messages.some((message) => message.edit_date || message.sandbox?.edited);
  return el(
    "span",
    { class: "meta" },
    edited ? el("span", { class: "edited", text: t("edited") }) : null,
    el("time", { datetime: new Date(last.date * 1000).toISOString(), text: clockTime(last.date) }),
  );
}

function quote(message, userId, acts) {
  const target = message.reply_to_message;
  if (!target) {
    return null;
  }
  const known = messageOf(chatOf(userId), target.message_id);
  const author = target.from?.is_bot ? state.bot.name : (target.from?.first_name ?? "");
  return el(
    "button",
    {
      type: "button",
      class: "quote",
      "aria-label": `${t("reply.to")}: ${summary(known ?? target)}`,
      on: { click: () => acts.show(target.message_id) },
    },
    el("span", { class: "quote-author", text: author }),
    el("span", { class: "quote-text", text: known ? summary(known) : summary(target) }),
  );
}

function forwardedLine(message) {
  const origin = message.forward_origin;
  if (!origin) {
    return null;
  }
  const from = origin.sender_user?.first_name ?? origin.sender_user_name ?? origin.chat?.title ?? "";
  return el("div", { class: "forwarded", text: `${t("forwarded")}: ${from}` });
}
