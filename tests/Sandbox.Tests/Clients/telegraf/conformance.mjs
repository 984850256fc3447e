import { Telegraf, Markup } from 'telegraf';
import { dialogue, methods, token, url } from '../steps.mjs';

const bot = new Telegraf(token, { telegram: { apiRoot: url } });
bot.start(ctx => ctx.reply(`hello ${ctx.payload}`, Markup.inlineKeyboard([Markup.button.callback('Дальше', 'go')])));
bot.action('go', async ctx => {
  await ctx.answerCbQuery('done');
  await ctx.editMessageText('finished');
});

await dialogue(() => bot.launch(), () => bot.stop());
await methods({
  call: (method, params) => bot.telegram.callApi(method, params ?? {}),
  file: (bytes, name) => ({ source: bytes, filename: name }),
  failure: e => ({ code: e.code, description: e.description, retryAfter: e.parameters?.retry_after }),
});
