"""What python-telegram-bot has to be able to do with the sandbox."""
import io
import json
import os
import struct
import sys
import time
import urllib.request
import warnings
import zlib

warnings.filterwarnings("ignore")

from telegram import (  # noqa: E402
    BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, error,
)
from telegram.ext import CallbackQueryHandler, CommandHandler, Updater  # noqa: E402

URL = os.environ["SANDBOX_URL"]
TOKEN = os.environ["SANDBOX_TOKEN"]
USER = 2001


def person(path, **body):
    request = urllib.request.Request(
        f"{URL}/sandbox/{path}", json.dumps(body).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def see(path):
    with urllib.request.urlopen(f"{URL}/sandbox/{path}", timeout=30) as answer:
        return json.load(answer)


def until(what, check):
    end = time.monotonic() + 15
    while time.monotonic() < end:
        found = check()
        if found:
            return found
        time.sleep(0.03)
    raise AssertionError(f"waited in vain for: {what}")


def png(size):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    rows = bytes(size * (size + 1))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def refused(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except error.TelegramError as e:
        return e
    raise AssertionError("should have been refused")


def start(update, context):
    update.message.reply_text(
        f"hello {context.args}", reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Дальше", callback_data="go")]]))


def pressed(update, context):
    update.callback_query.answer("done")
    update.callback_query.edit_message_text("finished")


def dialogue(updater):
    updater.dispatcher.add_handler(CommandHandler("start", start))
    updater.dispatcher.add_handler(CallbackQueryHandler(pressed))
    person("users", id=USER, name="Клиент", language="ru")
    updater.start_polling(poll_interval=0, timeout=2)
    person("start", userId=USER, payload="abc")

    def bot_messages():
        return [m for m in see(f"chats/{USER}/messages")["messages"] if m["sandbox"]["from_bot"]]

    screen = until("the screen", lambda: next((m for m in bot_messages() if "reply_markup" in m), None))
    press = person("press", userId=USER, messageId=screen["message_id"], data="go")["id"]
    until("the answer", lambda: see(f"answers/{press}")["text"] == "done")
    until("the edit", lambda: any(m["text"] == "finished" for m in bot_messages()))
    updater.stop()


def methods(bot):
    assert bot.get_me().is_bot
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("A", callback_data="a")]])
    text = bot.send_message(USER, "<b>Привет</b>", parse_mode="HTML", reply_markup=keyboard)
    assert text.entities[0].type == "bold"
    edited = bot.edit_message_text("Пока", USER, text.message_id)
    assert edited.text == "Пока"
    assert "not modified" in str(refused(bot.edit_message_text, "Пока", USER, text.message_id))
    assert "Chat not found" in str(refused(bot.send_message, 1, "x"))
    bot.edit_message_reply_markup(USER, text.message_id, reply_markup=keyboard)
    press = person("press", userId=USER, messageId=text.message_id, data="a")["id"]
    assert bot.answer_callback_query(press, "да", show_alert=True)

    photo = bot.send_photo(USER, io.BytesIO(png(8)), caption="*c*", parse_mode="MarkdownV2", filename="a.png")
    assert photo.photo[-1].width == 8 and photo.caption == "c"
    bot.send_photo(USER, photo.photo[-1].file_id)
    bot.edit_message_caption(USER, photo.message_id, caption="новая")
    bot.edit_message_media(USER, photo.message_id, media=InputMediaPhoto(io.BytesIO(png(9)), caption="третья"))
    document = bot.send_document(USER, io.BytesIO("содержимое".encode()), filename="report.txt")
    assert document.document.file_name == "report.txt"
    bot.send_voice(USER, io.BytesIO(b"OggS"))
    bot.send_video(USER, io.BytesIO(b"mp4"))
    bot.send_audio(USER, io.BytesIO(b"mp3"))
    album = bot.send_media_group(USER, [InputMediaPhoto(io.BytesIO(png(8))), InputMediaPhoto(io.BytesIO(png(7)))])
    assert album[0].media_group_id == album[1].media_group_id
    assert bytes(bot.get_file(document.document.file_id).download_as_bytearray()).decode() == "содержимое"

    bot.send_chat_action(USER, "typing")
    copy = bot.copy_message(USER, USER, text.message_id)
    forward = bot.forward_message(USER, USER, text.message_id)
    bot.pin_chat_message(USER, text.message_id)
    assert bot.get_chat(USER).pinned_message.message_id == text.message_id
    bot.unpin_chat_message(USER, text.message_id)
    bot.unpin_all_chat_messages(USER)
    assert bot.get_chat_member(USER, USER).status == "member"
    bot.delete_message(USER, copy.message_id)
    bot.delete_message(USER, forward.message_id)
    bot.set_my_commands([BotCommand("start", "Начать")], language_code="ru")
    assert bot.get_my_commands(language_code="ru")[0].command == "start"
    bot.delete_my_commands(language_code="ru")

    person("faults", kind="429", method="sendMessage", times=1, retryAfter=7)
    assert refused(bot.send_message, USER, "x").retry_after == 7
    bot.set_webhook("http://127.0.0.1:9/hook", allowed_updates=["message"])
    assert bot.get_webhook_info().url == "http://127.0.0.1:9/hook"
    assert isinstance(refused(bot.get_updates), error.Conflict)
    bot.delete_webhook(drop_pending_updates=True)
    assert bot.get_updates(timeout=0, allowed_updates=[]) == []


updater = Updater(TOKEN, base_url=f"{URL}/bot", base_file_url=f"{URL}/file/bot")
dialogue(updater)
methods(updater.bot)
print("conforms")
sys.exit(0)
