using DrAivBot.Organisation;

namespace DrAivBot.Company.Tests;

/// <summary>Rights written down for a test; nothing is acted on.</summary>
internal sealed class PaperPosts(PostActs acts = PostActs.None, UnitActs unit = UnitActs.None) : IPosts
{
    public Task<PostActs> FindActsAsync(PositionId position, CancellationToken cancellationToken) => Task.FromResult(acts);

    public Task<UnitActs> FindDivisionActsAsync(int number, CancellationToken cancellationToken) => Task.FromResult(unit);

    public Task<UnitActs> FindDepartmentActsAsync(int number, CancellationToken cancellationToken) => Task.FromResult(unit);

    public Task<PositionPage> ListVacantAsync(string text, int skip, int take, CancellationToken cancellationToken) =>
        Task.FromResult(new PositionPage { Positions = [], Total = 0 });

    public Task<int> CountOpenItemsAsync(PositionId position, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<PostResult> AppointAsync(PositionId position, UserId person, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> ReplaceAsync(PositionId position, UserId person, UserId presentHolder, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> FreeAsync(PositionId position, UserId presentHolder, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> AddAsync(NewPost post, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> MoveAsync(PositionId position, int department, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> ArchiveAsync(PositionId position, bool handOver, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> RenameAsync(PositionId position, string? name, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> RenameDivisionAsync(int number, string? name, CancellationToken cancellationToken) => Refused;

    public Task<PostResult> RenameDepartmentAsync(int number, string? name, CancellationToken cancellationToken) => Refused;

    private static Task<PostResult> Refused => Task.FromResult(new PostResult { Outcome = PostOutcome.Forbidden });
}
