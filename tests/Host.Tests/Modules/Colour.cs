namespace DrAivBot.Host.Tests.Modules;

public enum Colour
{
    Red = -3,
    Green = 0,
    Blue = 400,
}
