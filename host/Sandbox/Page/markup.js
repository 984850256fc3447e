// Telegram's text + entities → DOM nodes. Text stays text; addresses are checked before they become links.
import { el } from "./dom.js";
import { safeAddress, deepLink } from "./links.js";
import { t } from "./texts.js";

const simple = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const blocks = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** @param acts { openDeepLink(payload), sendCommand(text) } */
export function renderText(text, entities = [], acts = {}) {
  const fragment = document.createDocumentFragment();
  const sorted = entities
    .filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .map((entity, order) => ({ ...entity, order, end: Math.min(entity.offset + entity.length, text.length) }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end || a.order - b.order);
  build(fragment, text, 0, text.length, sorted, acts);
  return fragment;
}

function build(parent, text, from, to, entities, acts) {
  let at = from;
  while (entities.length > 0) {
    const [entity, ...rest] = entities;
    const begin = Math.max(entity.offset, at);
    parent.append(text.slice(at, begin));
    const inside = rest.filter((other) => other.offset < entity.end);
    const node = wrap(entity, text.slice(begin, entity.end), acts);
    build(
      node.inner,
      text,
      begin,
      entity.end,
      inside.map((other) => ({ ...other, end: Math.min(other.end, entity.end) })),
      acts,
    );
    parent.append(node.outer);
    // A block ends its line by itself; the line break after it would show as an empty line.
    at = blocks.has(entity.type) && text[entity.end] === "\n" ? entity.end + 1 : entity.end;
    // What reaches beyond this entity goes on after it; what ended inside is done.
    entities = rest
      .filter((other) => other.end > entity.end)
      .map((other) => ({ ...other, offset: Math.max(other.offset, entity.end) }));
  }
  parent.append(text.slice(at, to));
}

function wrap(entity, text, acts) {
  const same = (node) => ({ outer: node, inner: node });
  if (entity.type in simple) {
    return same(el(simple[entity.type]));
  }
  switch (entity.type) {
    case "pre":
      return preformatted(entity);
    case "spoiler":
      return same(spoiler());
    case "blockquote":
      return same(el("blockquote"));
    case "expandable_blockquote":
      return expandable(text);
    case "text_link":
      return same(link(entity.url, acts));
    case "url":
      return same(link(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, acts));
    case "email":
      return same(link(`mailto:${text}`, acts));
    case "phone_number":
      return same(link(`tel:${text.replace(/[^\d+]/g, "")}`, acts));
    case "bot_command":
      return same(
        el("button", { type: "button", class: "inline-link", on: { click: () => acts.sendCommand?.(text) } }),
      );
    case "mention":
    case "text_mention":
      return same(el("span", { class: "mention" }));
    case "hashtag":
    case "cashtag":
      return same(el("span", { class: "hashtag" }));
    default:
      return same(el("span"));
  }
}

function preformatted(entity) {
  const inner = el("code");
  const outer = el("pre", { tabindex: "0" });
  if (entity.language) {
    outer.append(el("span", { class: "pre-language", text: entity.language }));
  }
  outer.append(inner);
  return { outer, inner };
}

function spoiler() {
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") {
      return;
    }
    if (node.classList.contains("hidden")) {
      event.preventDefault();
      event.stopPropagation();
      node.classList.remove("hidden");
      node.removeAttribute("role");
      node.removeAttribute("tabindex");
      node.removeAttribute("aria-label");
    }
  };
  const node = el("span", {
    class: "spoiler hidden",
    role: "button",
    tabindex: "0",
    "aria-label": t("spoiler"),
    on: { click: reveal, keydown: reveal },
  });
  return node;
}

function expandable(text) {
  const inner = el("span", { class: "expandable-text" });
  if (text.length < 160 && text.split("\n").length <= 3) {
    return { outer: el("blockquote", {}, inner), inner };
  }
  const toggle = el(
    "button",
    { type: "button", class: "expand", "aria-expanded": "false", "aria-label": t("expand"), title: t("expand") },
    "⌄",
  );
  const outer = el("blockquote", { class: "expandable" }, inner, toggle);
  toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", String(outer.classList.toggle("open"))));
  return { outer, inner };
}

function link(address, acts) {
  const url = safeAddress(address);
  if (!url) {
    return el("span", { class: "refused-link", title: t("link.refused") });
  }
  const payload = deepLink(url);
  if (payload === null) {
    return el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer nofollow", title: url.href });
  }
  const press = (event) => {
    event.preventDefault();
    acts.openDeepLink?.(payload);
  };
  return el("a", {
    href: url.href,
    rel: "noopener noreferrer nofollow",
    title: url.href,
    class: "deep-link",
    on: { click: press },
  });
}
