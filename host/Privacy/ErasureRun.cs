using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DrAivBot.Host.Organisation;
using DrAivBot.Privacy;

namespace DrAivBot.Host.Privacy;

/// <summary>The transactions of an erasure that is carried out.</summary>
internal sealed class ErasureRun(OrganisationWork work, PrivacyParts parts)
{
    private readonly ErasureTable _erasures = new(work.Database);

    public PersonErasure Person => field ??= new(work, parts);

    public CompanyErasure Company => field ??= new(work, parts);

    /// <summary>Begins, or goes on after a host that ended. From here on it cannot be taken back.</summary>
    /// <returns>Null when there is nothing to do: taken back, over, or stopped because of who owns what.</returns>
    public async Task<ErasureRow?> BeginAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await _erasures.LockAsync(id, cancellationToken) is not { } erasure || erasure.IsRunning)
        {
            return await _erasures.LockAsync(id, cancellationToken);
        }

        var owned = (await PastCompanies.ListAsync(work.Database, erasure.User, cancellationToken)).Where(company => company.Owns).ToList();
        var isBarred = erasure.Whose == DataOwner.Person ? owned.Count > 0 : !owned.Exists(company => company.Id.Value == erasure.Company);
        if (!isBarred)
        {
            await _erasures.StartAsync(id, cancellationToken);
            return erasure;
        }

        await _erasures.EndAsync(id, proof: null, cancellationToken);
        var text = parts.CoreText(erasure.Language);
        var why = erasure.Whose == DataOwner.Person
            ? text.GetMarkup("core.erasure.stopped.person", ("companies", string.Join(", ", owned.Select(company => company.Name))))
            : text.GetMarkup("core.erasure.stopped.company");
        await parts.Notice.WriteAsync(work.Database, erasure.Chat, why, cancellationToken);
        return null;
    }

    public Task<IReadOnlyList<PastCompany>> ListCompaniesAsync(ErasureRow erasure, CancellationToken cancellationToken) =>
        PastCompanies.ListAsync(work.Database, erasure.User, cancellationToken);

    /// <summary>The last transaction: what is left, the proof and the message.</summary>
    public async Task FinishAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await _erasures.LockAsync(id, cancellationToken) is not { } erasure)
        {
            return;
        }

        if (erasure.Whose == DataOwner.Company)
        {
            await Company.FinishAsync(erasure, cancellationToken);
        }
        else
        {
            await _erasures.CountAsync(id, await AccountRows.RemoveAsync(work.Database, erasure.User, cancellationToken), kept: 0, cancellationToken);
        }

        var (removed, kept) = await _erasures.LockAsync(id, cancellationToken) is { } counted ? (counted.Removed, counted.Kept) : (0, 0);
        var proof = Number(erasure, removed, kept);
        await _erasures.EndAsync(id, proof, cancellationToken);
        var key = erasure.Whose == DataOwner.Company ? "core.erasure.done.company" : "core.erasure.done.person";
        var text = parts.CoreText(erasure.Language).GetMarkup(key, ("removed", removed), ("kept", kept), ("number", proof));
        await parts.Notice.WriteAsync(work.Database, erasure.Chat, text, cancellationToken);
    }

    /// <summary>A number that nobody can make up: it follows from whose data it was, when, and how much.</summary>
    private static string Number(ErasureRow erasure, long removed, long kept)
    {
        var act = string.Create(
            CultureInfo.InvariantCulture, $"{erasure.Id}|{erasure.Whose}|{erasure.Company ?? erasure.User}|{erasure.RequestedAt:O}|{removed}|{kept}");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(act)).AsSpan(0, 8));
        return string.Join('-', hash.Chunk(4).Select(part => new string(part)));
    }
}
