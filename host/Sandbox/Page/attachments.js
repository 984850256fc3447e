// Files and pictures on their way out: by button, by drag and drop, by paste.
import { api } from "./api.js";
import { byId, el, icon, iconButton, replaceChildren } from "./dom.js";
import { receive } from "./live.js";
import { on, selectedChat } from "./store.js";
import { fileSize, t, whenLanguageChanges } from "./texts.js";
import { toast } from "./toasts.js";

const largest = 50 * 1024 * 1024;
const pictureTypes = new Set(["image/jpeg", "image/png", "image/webp"]);
const previews = new WeakMap();

let asFile = false;
let whenChanged = () => undefined;

export function startAttachments(changed) {
  whenChanged = changed;
  byId("attach").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", (event) => {
    add([...event.target.files]);
    event.target.value = "";
  });
  byId("input").addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      add(files);
    }
  });
  startDropping(byId("chat"));
  on("selected", render);
  whenLanguageChanges(render);
}

function startDropping(area) {
  const carriesFiles = (event) => selectedChat() && event.dataTransfer?.types.includes("Files");
  area.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      byId("drop").hidden = false;
    }
  });
  area.addEventListener("dragleave", (event) => {
    if (!area.contains(event.relatedTarget)) {
      byId("drop").hidden = true;
    }
  });
  area.addEventListener("drop", (event) => {
    byId("drop").hidden = true;
    if (carriesFiles(event)) {
      event.preventDefault();
      add([...event.dataTransfer.files]);
    }
  });
  // A file dropped beside the chat must not make the browser leave the page.
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => event.preventDefault());
  }
}

export const hasFiles = () => (selectedChat()?.files.length ?? 0) > 0;

export function clearFiles(chat) {
  chat.files = [];
  render();
}

function add(files) {
  const chat = selectedChat();
  for (const file of files) {
    if (file.size > largest) {
      toast(t("files.tooBig", { name: file.name }), "error");
    } else {
      chat.files.push(file);
    }
  }
  render();
  byId("input").focus();
}

function render() {
  const files = selectedChat()?.files ?? [];
  byId("attachments").hidden = files.length === 0;
  const toggle = el("input", {
    type: "checkbox",
    checked: asFile,
    on: {
      change: (event) => {
        asFile = event.target.checked;
      },
    },
  });
  const pictures = files.some((file) => pictureTypes.has(file.type));
  replaceChildren(
    byId("attachments"),
    files.length > 0 ? el("p", { class: "muted", role: "status", text: t("files.ready", { n: files.length }) }) : null,
    el("ul", {}, ...files.map(renderFile)),
    pictures ? el("label", { class: "check" }, toggle, el("span", { text: t("files.asFile") })) : null,
  );
  whenChanged();
}

function renderFile(file) {
  const drop = () => {
    const chat = selectedChat();
    chat.files = chat.files.filter((other) => other !== file);
    render();
    byId("input").focus();
  };
  const picture = pictureTypes.has(file.type)
    ? el("canvas", { class: "preview", width: "48", height: "48", "aria-hidden": "true" })
    : el("span", { class: "file-icon" }, icon("file"));
  if (picture instanceof HTMLCanvasElement) {
    drawPreview(file, picture);
  }
  return el(
    "li",
    {},
    picture,
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", text: file.name }),
      el("span", { class: "muted", text: fileSize(file.size) }),
    ),
    iconButton("close", t("files.remove", { name: file.name }), drop),
  );
}

/** Drawn on a canvas, so that no blob: address has to be allowed by the page's policy. */
async function drawPreview(file, canvas) {
  try {
    const bitmap = previews.get(file) ?? (await createImageBitmap(file));
    previews.set(file, bitmap);
    const side = Math.min(bitmap.width, bitmap.height);
    canvas
      .getContext("2d")
      .drawImage(
        bitmap,
        (bitmap.width - side) / 2,
        (bitmap.height - side) / 2,
        side,
        side,
        0,
        0,
        canvas.width,
        canvas.height,
      );
  } catch {
    canvas.classList.add("broken");
  }
}

function kindOf(file) {
  if (pictureTypes.has(file.type)) {
    return asFile ? "document" : "photo";
  }
  return file.type === "audio/ogg" ? "voice" : file.type === "video/mp4" ? "video" : "document";
}

/** Sends all attached files; several of one album kind go as an album, with the caption on the first. */
export async function sendFiles(userId, caption, replyTo) {
  const chat = selectedChat();
  const files = [...chat.files];
  const kinds = new Set(files.map((file) => (kindOf(file) === "video" ? "photo" : kindOf(file))));
  const album =
    files.length > 1 && files.length <= 10 && kinds.size === 1 && !kinds.has("voice") ? String(Date.now()) : undefined;
  let captionLeft = caption || undefined;
  let replyLeft = replyTo;
  for (const file of files) {
    const message = await api.sendFile({
      userId,
      name: file.name,
      mime: file.type || "application/octet-stream",
      base64: await base64(file),
      kind: kindOf(file),
      caption: captionLeft,
      mediaGroupId: album,
      replyTo: replyLeft,
    });
    captionLeft = undefined;
    replyLeft = undefined;
    // What has gone must not go twice when a later file fails and the person presses Send again.
    chat.files = chat.files.filter((other) => other !== file);
    receive(userId, message);
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
