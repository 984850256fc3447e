// The keyboard under the message box that the bot asked for.
import { api } from "./api.js";
import { sendWords } from "./composer.js";
import { byId, el, replaceChildren } from "./dom.js";
import { receive } from "./live.js";
import { announce, on, selectedChat, selectedUser, state } from "./store.js";
import { t } from "./texts.js";
import { formDialog, showError, toast } from "./toasts.js";

export function startReplyKeyboard() {
  byId("keyboard-toggle").addEventListener("click", () => {
    const chat = selectedChat();
    chat.keyboardShown = !chat.keyboardShown;
    render();
  });
  on("selected", render);
  on("keyboard", ({ userId }) => userId === state.selectedId && render());
}

function render() {
  const chat = selectedChat();
  const rows = chat?.keyboard?.keyboard ?? [];
  const has = rows.length > 0;
  const shown = has && chat.keyboardShown;
  byId("keyboard-toggle").hidden = !has;
  byId("keyboard-toggle").setAttribute("aria-expanded", String(shown));
  const keyboard = byId("keyboard");
  keyboard.hidden = !shown;
  keyboard.classList.toggle("tall", has && !chat.keyboard.resize_keyboard);
  replaceChildren(
    keyboard,
    ...rows.map((row) => {
      const line = el(
        "div",
        { class: "row" },
        ...row.map((button) => renderButton(typeof button === "string" ? { text: button } : button)),
      );
      line.style.setProperty("--columns", String(row.length));
      return line;
    }),
  );
}

function renderButton(button) {
  return el(
    "button",
    { type: "button", class: "key", on: { click: () => press(button) } },
    el("span", { text: button.text }),
  );
}

async function press(button) {
  const chat = selectedChat();
  if (button.request_contact) {
    await shareContact();
  } else {
    const special = ["request_location", "request_users", "request_chat", "request_poll", "web_app"].find(
      (kind) => button[kind],
    );
    if (special) {
      toast(t("keyboard.unsupported", { kind: special }), "warning");
      return;
    }
    await sendWords(button.text);
  }
  if (chat.keyboard?.one_time_keyboard) {
    chat.keyboardShown = false;
    announce("keyboard", { userId: state.selectedId });
    byId("input").focus();
  }
}

async function shareContact() {
  const user = selectedUser();
  const phone = el("input", {
    name: "phone",
    type: "tel",
    required: true,
    pattern: "\\+?[0-9 ()\\-]{5,20}",
    value: "+70000000000",
  });
  const values = await formDialog(
    t("keyboard.contact"),
    [
      el("p", { class: "muted", text: t("contact.text") }),
      el("label", { class: "field" }, el("span", { text: t("contact.phone") }), phone),
    ],
    t("send"),
  );
  if (!values) {
    return;
  }
  try {
    receive(user.id, await api.sendContact(user.id, values.phone.replace(/[^\d+]/g, ""), user.name));
  } catch (error) {
    showError(error);
  }
}
