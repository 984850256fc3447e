using DrAivBot.Privacy;
using DrAivBot.Routing;
using DrAivBot.Screens;

namespace DrAivBot.Company.PersonalData;

/// <summary>Takes back an erasure while it waits.</summary>
internal sealed class CancelErasureAction(IPersonalData data, ErasureNews news) : IAction<CancelErasure>
{
    public async Task<Reply> ActAsync(ITurn turn, CancelErasure press, CancellationToken cancellationToken)
    {
        if (!Enum.IsDefined(press.Whose) || !await data.CancelErasureAsync(press.Whose, cancellationToken))
        {
            return Reply.NotFound;
        }

        if (press.Whose == DataOwner.Company)
        {
            await news.TellAsync("company.mydata.news.cancelled", cancellationToken);
        }

        return Reply.GoTo(new MyDataPlace()).WithToast(turn.Text.Get("company.mydata.cancelled"));
    }
}

/// <summary>Takes back an erasure.</summary>
/// <param name="Whose">Whose data; an unknown value is not found.</param>
[Callback("unerase")]
internal readonly record struct CancelErasure(DataOwner Whose);
