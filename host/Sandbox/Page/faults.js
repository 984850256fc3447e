// Fault buttons: what happens to the bot when Telegram is slow, refuses or breaks off.
import { api } from "./api.js";
import { byId, el, icon, replaceChildren } from "./dom.js";
import { on, selectedUser } from "./store.js";
import { t, whenLanguageChanges } from "./texts.js";
import { showError } from "./toasts.js";

const kinds = ["429", "5xx", "delay", "drop", "lost_answer"];
const methods = [
  "sendMessage",
  "editMessageText",
  "answerCallbackQuery",
  "sendPhoto",
  "sendDocument",
  "deleteMessage",
  "getUpdates",
  "getFile",
];

let active = [];

export function startFaults(panel) {
  whenLanguageChanges(() => draw(panel));
  on("selected", () => draw(panel));
  on("faults", show);
}

function draw(panel) {
  const kept = values();
  const field = (text, props) =>
    el("label", { class: "field" }, el("span", { text }), el("input", { class: "text-field", ...props }));
  const user = selectedUser();
  replaceChildren(
    panel,
    el("p", { class: "muted", text: t("faults.hint") }),
    field(t("faults.method"), {
      id: "fault-method",
      list: "fault-methods",
      value: kept.method,
      autocomplete: "off",
      spellcheck: "false",
    }),
    el("datalist", { id: "fault-methods" }, ...methods.map((value) => el("option", { value }))),
    el(
      "div",
      { class: "two" },
      field(t("faults.times"), { id: "fault-times", type: "number", min: "1", max: "1000", value: kept.times }),
      field(t("faults.seconds"), { id: "fault-seconds", type: "number", min: "0", max: "120", value: kept.seconds }),
    ),
    user
      ? el(
          "label",
          { class: "check" },
          el("input", { type: "checkbox", id: "fault-chat", checked: kept.chat }),
          el("span", { text: t("faults.chat", { name: user.name }) }),
        )
      : null,
    el(
      "div",
      { class: "fault-buttons" },
      ...kinds.map((kind) =>
        el("button", {
          type: "button",
          class: "fault",
          data: { kind },
          text: t(`fault.${kind}`),
          on: { click: () => add(kind) },
        }),
      ),
    ),
    el("h3", { text: t("faults.active") }),
    el("ul", { id: "fault-list", class: "fault-list", "aria-live": "polite" }),
    el("button", { type: "button", id: "fault-clear", class: "plain", text: t("faults.clear"), on: { click: clear } }),
  );
  list();
}

function values() {
  return {
    method: byId("fault-method")?.value.trim() ?? "",
    times: byId("fault-times")?.value ?? "1",
    seconds: byId("fault-seconds")?.value ?? "3",
    chat: byId("fault-chat")?.checked ?? false,
  };
}

async function add(kind) {
  const { method, times, seconds, chat } = values();
  const fault = {
    kind,
    method: method || undefined,
    chatId: chat ? selectedUser()?.id : undefined,
    times: Math.max(1, Math.trunc(Number(times)) || 1),
  };
  if (kind === "429") {
    fault.retryAfter = Math.max(1, Math.round(Number(seconds)));
  } else if (kind === "delay") {
    fault.delayMs = Math.round(Number(seconds) * 1000);
  }
  try {
    await api.addFault(fault);
    await reload();
  } catch (error) {
    showError(error);
  }
}

async function clear() {
  try {
    await api.clearFaults();
    await reload();
  } catch (error) {
    showError(error);
  }
}

export async function reload() {
  show(await api.faults());
}

function show(faults) {
  const same = JSON.stringify(faults) === JSON.stringify(active);
  active = faults;
  if (!same) {
    list();
  }
}

function list() {
  const rows = active.map((fault) =>
    el(
      "li",
      {},
      icon("clock"),
      el("span", { class: "fault-name", text: t(`fault.${fault.kind}`) }),
      el("span", {
        class: "muted",
        text: [
          fault.method || t("faults.any"),
          fault.chatId ? t("calls.chat", { id: fault.chatId }) : null,
          left(fault),
        ]
          .filter(Boolean)
          .join(" · "),
      }),
    ),
  );
  replaceChildren(
    byId("fault-list"),
    ...(rows.length > 0 ? rows : [el("li", { class: "muted", text: t("faults.none") })]),
  );
  byId("fault-clear").disabled = rows.length === 0;
  const opener = byId("tools-open");
  opener.classList.toggle("marked", rows.length > 0);
  opener.setAttribute(
    "aria-label",
    rows.length > 0 ? `${t("tools.open")}. ${t("faults.mark", { n: rows.length })}` : t("tools.open"),
  );
}

const left = ({ times }) => (times === undefined || times === null ? null : t("faults.left", { n: times }));
