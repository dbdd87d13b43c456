using System.Globalization;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Uniform;
using ResultsGrid.Exchange.SeriesFiles.Tables;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>An assessment with its boundaries held to their rules and, of a unit, the uniform scale completed once.</summary>
/// <param name="partsAreWhole">Every line of the files of contributions and boundaries was read: what is not there is missing.</param>
internal sealed class AssessmentCompletion(FaultList faults, bool partsAreWhole)
{
    private readonly FileFaults assessmentFaults = faults.For(SeriesFileNames.Assessments);
    private readonly FileFaults boundaryFaults = faults.For(SeriesFileNames.AssessmentBoundaries);

    /// <returns>Null where it can't be completed; why is then a fault.</returns>
    public Assessment? Complete(AssessmentDraft draft)
    {
        if (!partsAreWhole || !draft.IsSound || draft.HasFaultyParts) return null;
        if (draft.Qualifications.Any(qualification => !qualification.IsSound)) return null;
        if (draft.Qualifications.Count == 0) return Refused(draft, $"counts towards no option in {SeriesFileNames.Contributions}");

        var faultsBefore = boundaryFaults.Count;
        var gradeset = draft.Grades();
        foreach (var boundary in draft.Boundaries.Where(boundary => !gradeset.Contains(boundary.Grade)))
            boundaryFaults.Add(boundary.Line, "grade", boundary.Grade.ToString(), $"is not in the gradeset of {draft.Code}: {gradeset.AsList()}");
        if (boundaryFaults.Count > faultsBefore) return null;

        var boundaries = BoundaryOrder.HighestFirst(draft.Boundaries, gradeset);
        BoundaryOrder.Check(boundaries, gradeset, boundaryFaults);
        if (boundaryFaults.Count > faultsBefore) return null;
        return draft.IsUnit ? Unit(draft, boundaries) : Component(draft, boundaries);
    }

    private static Assessment Component(AssessmentDraft draft, List<BoundaryLine> boundaries)
        => Built(draft, [.. boundaries.Select(line => new GradeBoundary(line.Grade, line.Mark!.Value, null, line.Provenance))], scale: null);

    private Assessment? Unit(AssessmentDraft draft, List<BoundaryLine> boundaries)
    {
        if (boundaries.Count == 0) return Refused(draft, $"is a unit without a boundary in {SeriesFileNames.AssessmentBoundaries}");
        try
        {
            var completed = UniformScales.Complete(
                draft.Level, draft.Tier, draft.MaximumMark, draft.MaximumUms, draft.AttainableUms, draft.BelowLowest, draft.AStarMark,
                draft.Cap, draft.NMark, [.. boundaries.Select(line => new GivenBoundary(line.Grade, line.Mark, line.Ums, line.Provenance))]);
            return WhyNot(draft, completed) is { } reason ? Refused(draft, reason) : Built(draft, completed.Boundaries, completed.Scale);
        }
        catch (ArgumentException incomplete)
        {
            return Refused(draft, incomplete.Message);
        }
    }

    private static string? WhyNot(AssessmentDraft draft, CompletedScale completed)
    {
        // A computed uniform mark or mark may meet a given one only now.
        var (_, collision) = completed.Boundaries.Zip(completed.Boundaries.Skip(1))
            .FirstOrDefault(pair => pair.Second.Mark >= pair.First.Mark || pair.Second.Ums >= pair.First.Ums);
        return collision is null
            ? UniformConversion.WhyNot(completed.Boundaries, completed.Scale, draft.MaximumMark)
            : string.Create(CultureInfo.InvariantCulture, $"once completed, grade {collision.Grade} ({collision.Mark} marks, {collision.Ums} UMS) does not lie below the grade above it");
    }

    private static Assessment Built(AssessmentDraft draft, IReadOnlyList<GradeBoundary> boundaries, UniformScale? scale)
        => new(draft.Code, draft.Title, draft.Kind, draft.Level, draft.Tier, draft.Marking, draft.MaximumMark, draft.Weight, boundaries, scale)
        {
            Gradeset = draft.IsUnit ? draft.Gradeset() : null,
        };

    private Assessment? Refused(AssessmentDraft draft, string reason)
    {
        assessmentFaults.Add(draft.Line, "assessment_code", draft.Code.ToString(), reason);
        return null;
    }
}
