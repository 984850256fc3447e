using CsCheck;
using DrAivBot.Host.Dialogs;

namespace DrAivBot.Host.Tests.Dialogs;

public sealed class DialogPropertyTests
{
    private static readonly string?[] Values = [null, "", "name", "transport", "plate", "seat", "note", "car", "train", "s7", "0", "2", "-5", "x"];

    private static readonly Gen<Func<Conversation, Task>> Typed = Gen.OneOf(
        OneOf("Урал", "Нет", "", "\0\u202E", "два\nряда", "поезд", "МАШИНА", "место 7", "x"),
        Gen.String[0, 120]).Select(text => (Func<Conversation, Task>)(chat => chat.TypeAsync(text)));

    /// <summary>Mostly buttons that are there, so that walks reach the review.</summary>
    private static readonly Gen<Func<Conversation, Task>> Pressed = Gen.Int[0, 1000].Select(number =>
        (Func<Conversation, Task>)(chat => chat.SendAsync((DialogPress)chat.Buttons[number % chat.Buttons.Count].Press!)));

    private static readonly Gen<Func<Conversation, Task>> Forged = Gen.Select(
        OneOf("name", "transport", "plate", "seat", "note", "*", "", "gone"), Gen.Int[-1, 7], OneOf(Values),
        (step, op, value) => (Func<Conversation, Task>)(chat => chat.SendAsync(new(step, (DialogOp)op, value))));

    private static readonly Gen<Func<Conversation, Task>> Act = Gen.Frequency((4, Typed), (6, Pressed), (2, Forged));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public async Task No_sequence_of_acts_throws_or_completes_with_an_invalid_answer()
    {
        var completed = 0;
        await Act.Array[1, 60].SampleAsync(async acts =>
        {
            var dialog = new TripDialog();
            using var chat = await Conversation.BeginAsync(dialog);
            foreach (var act in acts)
            {
                await act(chat);
                if (chat.Last.Dialog is null)
                {
                    Assert.True(chat.Last.Left || chat.Last.Completed is not null);
                    break;
                }

                Assert.False(chat.Last.Screen!.Body.IsEmpty);
                Assert.Empty(dialog.Completed);
            }

            Assert.True(dialog.Completed.Count <= 1);
            Assert.All(dialog.Completed, trip => Assert.True(trip.IsValid));
            Interlocked.Add(ref completed, dialog.Completed.Count);
        }, iter: 4000, threads: 2);

        Assert.True(completed > 0, "No walk completed, so nothing was shown.");
    }

    [Fact]
    public async Task Going_all_the_way_back_and_forward_again_keeps_every_answer() =>
        await Gen.Select(Gen.Bool, Gen.Int[1, 40], Gen.Int[0, 4]).SampleAsync(async (byCar, seat, steps) =>
        {
            var dialog = new TripDialog();
            using var chat = await Conversation.BeginAsync(dialog);
            await chat.TypeAsync("Урал");
            await chat.PressAsync(byCar ? "🚗" : "🚆");
            await chat.TypeAsync(byCar ? "А001АА" : $"место {seat}");
            await chat.TypeAsync("заметка");
            var answers = chat.Stored!.State;

            for (var i = 0; i < steps; i++)
            {
                await chat.PressAsync("◀️");
            }

            while (chat.Stored!.Step != StepId.Review)
            {
                await chat.PressAsync(chat.Labels.First(label => label[0] == '✓' || label.StartsWith("Оставить", StringComparison.Ordinal)));
            }

            Assert.Equal(answers, chat.Stored.State);
        }, iter: 200, threads: 2);
}
