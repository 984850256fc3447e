using DrAivBot.Analysis.Writing;
using DrAivBot.Assistant;
using DrAivBot.Jobs;
using DrAivBot.Reports;

namespace DrAivBot.Analysis.Results;

/// <summary>
/// Makes the report outside of any transaction and sends it in the last: however often it starts, it arrives once. An
/// assistant writes its words when it can; whatever it does, the report comes, and its numbers are the computed ones.
/// </summary>
internal sealed class ReportJob(IReports reports, IAssistant assistant) : ILongJob<ReportOrder>
{
    /// <summary>Shorter is not worth asking for.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(3.5);

    public async Task<JobResult> RunAsync(JobRun run, ReportOrder payload, ITransactions transactions, CancellationToken cancellationToken)
    {
        if (await transactions.RunAsync<ReportDesk, ReportDraft?>((desk, token) => desk.ReadAsync(payload, token), cancellationToken) is not { } draft)
        {
            return await transactions.FinishAsync<ReportDesk>((desk, token) => desk.GiveUpAsync(payload, token), cancellationToken);
        }

        var content = draft.Content.Texts.Source == ReportSource.Template && (payload.IsAgain || !draft.IsKept)
            ? await AskAsync(payload, draft, transactions, cancellationToken)
            : draft.Content;
        var files = await transactions.RunAsync<ReportDesk, ReportFiles?>((desk, token) => desk.FindKeptAsync(payload, content.Texts.Source, token), cancellationToken)
            ?? await MakeAsync(payload, content, transactions, cancellationToken);
        return await transactions.FinishAsync<ReportDesk>((desk, token) => desk.SendAsync(payload, content, files, token), cancellationToken);
    }

    /// <summary>With the assistant's words, or with those of the template and why.</summary>
    private async Task<ReportContent> AskAsync(ReportOrder order, ReportDraft draft, ITransactions transactions, CancellationToken cancellationToken)
    {
        var content = draft.Content;
        if (draft.TimeLeft < LeastTime)
        {
            return order.IsAssisted ? content with { NoticeKey = "analysis.report.too_late" } : content;
        }

        if (order.IsAssisted)
        {
            await SayAsync(order, "analysis.report.asking", transactions, cancellationToken);
        }

        var time = draft.TimeLeft < MostTime ? draft.TimeLeft : MostTime;
        var answer = await assistant.AskAsync(ReportQuestion.Of(content, order.Language, time), transactions, cancellationToken);
        if (answer is not { Kind: AssistantAnswerKind.Answered, Json: { } json } || ModelAnswer.Read(json) is not { } report)
        {
            // Without an assistant the report says that a template wrote it, and there is nothing else to tell.
            return answer.Kind == AssistantAnswerKind.NotConfigured && !order.IsAgain ? content : content with { NoticeKey = answer.TextKey };
        }

        var texts = ModelAnswer.Write(report, content.Texts, content.Text);
        await transactions.RunAsync<ReportDesk, bool>((desk, token) => desk.KeepTextsAsync(order, texts, token), cancellationToken);
        return content with { Texts = texts };
    }

    private async Task<ReportFiles> MakeAsync(ReportOrder order, ReportContent content, ITransactions transactions, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>? matrix = null, bars = null;
        if (reports.CanDraw)
        {
            await SayAsync(order, "analysis.report.drawing", transactions, cancellationToken);
            matrix = await reports.DrawAsync(MatrixPicture.Of(content), cancellationToken);
            bars = await reports.DrawAsync(BarsPicture.Of(content), cancellationToken);
        }

        await SayAsync(order, "analysis.report.writing", transactions, cancellationToken);
        return new()
        {
            Matrix = matrix,
            Bars = bars,
            Workbook = await reports.WriteAsync(new ReportWorkbook(content, bars, matrix).Write(), cancellationToken),
        };
    }

    private static async Task SayAsync(ReportOrder order, string key, ITransactions transactions, CancellationToken cancellationToken) =>
        await transactions.RunAsync<ReportDesk, bool>((desk, token) => desk.ReportAsync(order, key, token), cancellationToken);
}
