using DrAivBot.Analysis.Assessments;
using DrAivBot.Analysis.Questionnaire;
using DrAivBot.Analysis.Scoring;

namespace DrAivBot.Analysis.Results;

/// <summary>Reads finished assessments; each is scored by the questions it was asked with.</summary>
internal sealed class ResultReader(AssessmentTable assessments, AnswerTable answers)
{
    /// <summary>Null for one that is not finished.</summary>
    public async Task<AssessmentResult?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await assessments.FindAsync(id, cancellationToken) is not { State: AssessmentState.Finished } assessment)
        {
            return null;
        }

        var given = await answers.ListAsync(id, cancellationToken);
        var scores = Scorer.Compute(assessment.Questions, assessment.Variant, given);
        var previous = assessment.Variant == Variant.Full ? await assessments.FindFullBeforeAsync(assessment, cancellationToken) : null;
        return new()
        {
            Assessment = assessment,
            Answers = given,
            Scores = scores,
            Previous = previous,
            Comparison = previous is null
                ? null
                : Comparison.Of(Scorer.Compute(previous.Questions, previous.Variant, await answers.ListAsync(previous.Id, cancellationToken)), scores),
        };
    }
}
