// Short notices over the chat, and modal dialogs (native <dialog>: focus stays inside, Escape closes).
import { byId, el } from "./dom.js";
import { t } from "./texts.js";

const toastDelay = 4500;

export function toast(text, kind = "info") {
  const node = el("div", { class: `toast ${kind}`, text });
  byId("toasts").append(node);
  setTimeout(() => node.remove(), Math.max(toastDelay, text.length * 70));
}

export const showError = (error) => toast(error.message, "error");

/** Opens a dialog and resolves with the value of the button that closed it ("" for Escape). */
function open(content, buttons, props = {}) {
  const actions = buttons.map(({ text, value, primary, danger, autofocus }) =>
    el(
      "button",
      {
        type: "submit",
        value,
        class: danger ? "danger" : primary ? "primary" : "plain",
        autofocus,
        formnovalidate: value === "",
      },
      text,
    ),
  );
  const form = el("form", { method: "dialog" }, ...content, el("div", { class: "dialog-actions" }, ...actions));
  const dialog = el("dialog", props, form);
  document.body.append(dialog);
  const closed = new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close(""));
  dialog.showModal();
  return { dialog, form, closed };
}

export function alertDialog(text, title) {
  return open(
    [title && el("h2", { text: title }), el("p", { class: "dialog-text", text })].filter(Boolean),
    [{ text: t("ok"), value: "ok", primary: true, autofocus: true }],
    { role: "alertdialog", "aria-label": title ?? text, class: "alert" },
  ).closed;
}

export async function confirmDialog(text, action) {
  const answer = await open(
    [el("p", { class: "dialog-text", text })],
    [
      { text: t("cancel"), value: "", autofocus: true },
      { text: action, value: "yes", danger: true },
    ],
    { role: "alertdialog", "aria-label": text },
  ).closed;
  return answer === "yes";
}

/** A form in a dialog: resolves with its values, or null when it was left. */
export async function formDialog(title, fields, action) {
  const { form, closed } = open(
    [el("h2", { text: title }), ...fields],
    [
      { text: t("cancel"), value: "" },
      { text: action, value: "yes", primary: true },
    ],
    { "aria-label": title },
  );
  // Enter in a field must mean the primary button, not the first one in the tree, which leaves.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button.primary"));
    }
  });
  form.querySelector("input")?.focus();
  return (await closed) === "yes" ? Object.fromEntries(new FormData(form)) : null;
}

export function lightbox(address, description) {
  const dialog = el("dialog", { class: "lightbox", "aria-label": description });
  const close = el(
    "button",
    {
      type: "button",
      class: "lightbox-close",
      "aria-label": t("close"),
      autofocus: true,
      on: { click: () => dialog.close() },
    },
    el("img", { src: address, alt: description }),
  );
  dialog.append(close);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
