// The buttons under a message.
import { el, icon } from "./dom.js";
import { deepLink, safeAddress } from "./links.js";
import { isWaiting, press } from "./presses.js";
import { t } from "./texts.js";
import { toast } from "./toasts.js";

export function renderInlineKeyboard(message, userId, acts) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.some((row) => row.length > 0)) {
    return null;
  }
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": t("buttons") },
    ...rows.map((row) => {
      const line = el("div", { class: "row" }, ...row.map((button) => renderButton(button, message, userId, acts)));
      line.style.setProperty("--columns", String(row.length));
      line.classList.toggle("tight", row.length > 4);
      return line;
    }),
  );
}

/** Marks which keys wait, in place: a key that was replaced between a finger's down and up would lose the press. */
export function markWaiting(node, messageId, userId) {
  for (const key of node.querySelectorAll(".key[data-callback]")) {
    showWaiting(key, isWaiting(userId, messageId, key.dataset.callback));
  }
}

function showWaiting(key, waits) {
  key.classList.toggle("waiting", waits);
  if (waits) {
    key.setAttribute("aria-busy", "true");
  } else {
    key.removeAttribute("aria-busy");
  }
}

function renderButton(button, message, userId, acts) {
  if (typeof button.callback_data === "string") {
    const node = el(
      "button",
      { type: "button", class: "key", on: { click: () => press(userId, message.message_id, button.callback_data) } },
      el("span", { text: button.text }),
    );
    node.dataset.callback = button.callback_data;
    showWaiting(node, isWaiting(userId, message.message_id, button.callback_data));
    return node;
  }
  const url = safeAddress(button.url ?? button.login_url?.url ?? button.web_app?.url);
  if (url) {
    return linkButton(button, url, acts);
  }
  const refused = button.url ? t("link.refused") : t("press.unsupported");
  const act = () => (button.copy_text ? copy(button.copy_text.text) : toast(refused, "warning"));
  return el(
    "button",
    {
      type: "button",
      class: button.url ? "key refused" : "key",
      title: button.url ? refused : null,
      on: { click: act },
    },
    el("span", { text: button.text }),
  );
}

function linkButton(button, url, acts) {
  const payload = deepLink(url);
  const open = (event) => {
    if (payload !== null) {
      event.preventDefault();
      acts.openDeepLink(payload);
    }
  };
  return el(
    "a",
    {
      class: "key",
      href: url.href,
      target: payload === null ? "_blank" : null,
      rel: "noopener noreferrer nofollow",
      title: url.href,
      on: { click: open },
    },
    el("span", { text: button.text }),
    icon("link"),
  );
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}
