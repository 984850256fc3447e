// Which addresses may become links, and which of them mean "start this bot".
import { state } from "./store.js";

const schemes = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

/** The address as a URL, or null when it is not one that a chat may open (javascript:, data:, file: and the like). */
export function safeAddress(address) {
  if (typeof address !== "string" || !URL.canParse(address.trim())) {
    return null;
  }
  const url = new URL(address.trim());
  return schemes.has(url.protocol) ? url : null;
}

/** The payload of a link to this bot ("" for a bare link), or null for any other link. */
export function deepLink(url) {
  const name = state.bot?.username?.toLowerCase();
  if (!name) {
    return null;
  }
  if (url.protocol === "tg:") {
    const resolves = url.hostname === "resolve" || url.pathname.replace(/^\/+/, "") === "resolve";
    return resolves && url.searchParams.get("domain")?.toLowerCase() === name
      ? (url.searchParams.get("start") ?? "")
      : null;
  }
  const telegram = ["t.me", "telegram.me", "telegram.dog"].includes(url.hostname.replace(/^www\./, ""));
  const target = url.pathname.split("/").filter(Boolean);
  return telegram && target.length === 1 && target[0].toLowerCase() === name
    ? (url.searchParams.get("start") ?? "")
    : null;
}
