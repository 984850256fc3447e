// Pictures and files inside messages.
import { api } from "./api.js";
import { el, icon } from "./dom.js";
import { fileSize, t } from "./texts.js";
import { lightbox } from "./toasts.js";

const fileKinds = ["document", "voice", "video", "audio", "animation", "sticker", "video_note"];

export function renderMedia(message) {
  if (message.photo?.length) {
    return photo(message);
  }
  const kind = fileKinds.find((name) => message[name]);
  if (kind) {
    return file(message[kind], kind);
  }
  if (message.contact) {
    return card(
      "👤",
      [message.contact.first_name, message.contact.last_name].filter(Boolean).join(" "),
      message.contact.phone_number,
    );
  }
  if (message.location) {
    return card("📍", t("location"), `${message.location.latitude}, ${message.location.longitude}`);
  }
  return null;
}

/** One line that stands for the message in lists, quotes and the pinned bar. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) {
    return message.photo ? `🖼 ${text}` : text;
  }
  if (message.photo) {
    return `🖼 ${t("photo")}`;
  }
  if (message.document) {
    return `📎 ${message.document.file_name ?? t("document")}`;
  }
  const kind = ["voice", "video", "audio", "sticker", "contact", "location"].find((name) => message[name]);
  return kind ? t(kind) : message.pinned_message ? t("service.pinned") : t("service.other");
}

function photo(message) {
  const sizes = [...message.photo].sort((a, b) => a.width * a.height - b.width * b.height);
  const largest = sizes.at(-1);
  const shown = sizes.find((size) => size.width >= 480) ?? largest;
  const description = message.caption || t("photo");
  const image = el("img", {
    src: api.fileAddress(shown.file_unique_id),
    alt: description,
    width: shown.width || 320,
    height: shown.height || 240,
    decoding: "async",
  });
  return el(
    "button",
    {
      type: "button",
      class: "photo",
      "aria-label": `${t("photo.open")}: ${description}`,
      on: { click: () => lightbox(api.fileAddress(largest.file_unique_id), description) },
    },
    image,
  );
}

function file(data, kind) {
  const name = data.file_name ?? t(kind in { voice: 1, video: 1, audio: 1, sticker: 1 } ? kind : "document");
  const details = [
    data.duration ? `${Math.floor(data.duration / 60)}:${String(data.duration % 60).padStart(2, "0")}` : null,
    data.file_size ? fileSize(data.file_size) : null,
  ]
    .filter(Boolean)
    .join(" · ");
  return el(
    "a",
    {
      class: "file",
      href: api.fileAddress(data.file_unique_id),
      download: data.file_name ?? "",
      "aria-label": t("download", { name }),
    },
    el("span", { class: "file-icon" }, icon(kind === "voice" ? "voice" : "file")),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", text: name }),
      el("span", { class: "muted", text: details }),
    ),
    icon("download"),
  );
}

function card(emoji, title, detail) {
  return el(
    "div",
    { class: "file" },
    el("span", { class: "file-icon", "aria-hidden": "true", text: emoji }),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", text: title }),
      el("span", { class: "muted", text: detail }),
    ),
  );
}
