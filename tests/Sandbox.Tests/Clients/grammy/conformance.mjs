import { Bot, InputFile, InlineKeyboard } from 'grammy';
import { dialogue, methods, token, url } from '../steps.mjs';

const bot = new Bot(token, { client: { apiRoot: url } });
bot.command('start', ctx => ctx.reply(`hello ${ctx.match}`, { reply_markup: new InlineKeyboard().text('Дальше', 'go') }));
bot.callbackQuery('go', async ctx => {
  await ctx.answerCallbackQuery({ text: 'done' });
  await ctx.editMessageText('finished');
});

await dialogue(() => bot.start(), () => bot.stop());
await methods({
  call: (method, params) => bot.api.raw[method](params),
  file: (bytes, name) => new InputFile(bytes, name),
  failure: e => ({ code: e.error_code, description: e.description, retryAfter: e.parameters?.retry_after }),
});
