using DrAivBot.Testing;

namespace Acme.Sample.Tests;

public sealed class NoteTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_note_is_written_and_deleted()
    {
        var options = new TestHostOptions { Modules = [TestModule.Company, Sample.Module] };
        await using var host = await TestHost.StartAsync(postgres, options, TestContext.Current.CancellationToken);
        var company = await TestCompany.FoundAsync(host, "North Wind");

        await Sample.WriteAsync(company.Owner, "Buy a bicycle stand");
        Assert.Equal("Buy a bicycle stand", company.Owner.Screen.Text);

        await company.Owner.PressAsync("Delete");
        Assert.Equal("The note is deleted.", company.Owner.Toast);
        Assert.Contains("0 notes.", company.Owner.Screen.Text, StringComparison.Ordinal);
    }
}
