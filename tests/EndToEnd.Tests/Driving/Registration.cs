namespace DrAivBot.EndToEnd.Tests.Driving;

/// <summary>The conversation every way of running the host must hold.</summary>
internal static class Registration
{
    public static async Task InEnglishAsync(Chat chat, string name)
    {
        await chat.EnterAsync();
        await chat.StartAsync();
        await chat.SeeButtonAsync("Create a company");
        await chat.PressAsync("Create a company");
        await chat.SeeAsync("What is your company called?");
        await chat.WriteAsync(name);
        await chat.SeeAsync("Which time zone");
        await chat.PressAsync("Moscow");
        await chat.SeeAsync("Which currency");
        await chat.PressAsync("RUB");
        await chat.SeeAsync("Is everything right?");
        await chat.PressAsync("Create");
        await chat.SeeAsync($"{name} is created");
    }
}
