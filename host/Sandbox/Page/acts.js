// Start with a payload, blocking the bot, and forgetting everything.
import { api } from "./api.js";
import { forgetCalls } from "./calls.js";
import { start } from "./composer.js";
import { el, replaceChildren } from "./dom.js";
import { reload as reloadFaults } from "./faults.js";
import { bringPeople, refresh, setBlocked } from "./live.js";
import { select } from "./people.js";
import { announce, forgetChats, forgetPeople, on, selectedChat, state } from "./store.js";
import { t, whenLanguageChanges } from "./texts.js";
import { confirmDialog, showError, toast } from "./toasts.js";

export function startActs(panel) {
  whenLanguageChanges(() => draw(panel));
  for (const name of ["selected", "blocked", "chat"]) {
    on(name, () => drawBlock());
  }
  on("people", () => panel.contains(document.activeElement) || draw(panel));
}

function draw(panel) {
  const payload = el("input", {
    class: "text-field",
    id: "payload",
    maxlength: "64",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "payload-hint",
  });
  const press = (event) => {
    event.preventDefault();
    if (/^[A-Za-z0-9_-]{0,64}$/.test(payload.value)) {
      start(payload.value);
    } else {
      toast(t("acts.payloadBad"), "error");
    }
  };
  replaceChildren(
    panel,
    el(
      "form",
      { class: "act", on: { submit: press } },
      el("label", { class: "field" }, el("span", { text: t("acts.payload") }), payload),
      el("p", {
        class: "muted",
        id: "payload-hint",
        text: t("acts.payloadHint", { bot: state.bot?.username ?? "bot" }),
      }),
      el("button", { type: "submit", class: "primary", id: "payload-start", text: t("acts.start") }),
    ),
    el("div", { class: "act", id: "block-act" }),
    el(
      "div",
      { class: "act" },
      el("p", { class: "muted", text: t("acts.resetHint") }),
      el("button", { type: "button", class: "danger", id: "reset", text: t("acts.reset"), on: { click: reset } }),
    ),
  );
  drawBlock();
}

function drawBlock() {
  const chat = selectedChat();
  const place = document.getElementById("block-act");
  if (!place) {
    return;
  }
  const focused = place.contains(document.activeElement);
  replaceChildren(
    place,
    el("p", { class: "muted", text: t("acts.blockHint") }),
    el("button", {
      type: "button",
      class: "plain",
      id: "block",
      disabled: !chat,
      text: t(chat?.blocked ? "acts.unblock" : "acts.block"),
      on: { click: block },
    }),
  );
  if (focused) {
    place.querySelector("button").focus();
  }
}

async function block() {
  const userId = state.selectedId;
  try {
    const { blocked } = await api.block(userId, !selectedChat().blocked);
    setBlocked(userId, blocked);
  } catch (error) {
    showError(error);
  }
}

async function reset() {
  if (!(await confirmDialog(t("acts.resetSure"), t("acts.reset")))) {
    return;
  }
  try {
    await api.reset();
    forgetChats();
    forgetPeople();
    forgetCalls();
    await bringPeople([]);
    await reloadFaults();
    const stays = state.users.some((user) => user.id === state.selectedId);
    select(stays ? state.selectedId : null);
    if (stays) {
      await refresh(state.selectedId);
    }
    announce("people");
    toast(t("acts.resetDone"));
  } catch (error) {
    showError(error);
  }
}
