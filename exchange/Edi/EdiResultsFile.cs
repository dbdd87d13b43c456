using ResultsGrid.Awarding.Codes;
using ResultsGrid.Awarding.Results;
using ResultsGrid.Awarding.Specification;
using ResultsGrid.Awarding.Text;
using ResultsGrid.Exchange.Results;

namespace ResultsGrid.Exchange.Edi;

/// <summary>A centre's results as an exchange file in a JCQ-style profile of our own (docs/edi-profile.md), for import by its management information system.</summary>
/// <remarks>Qualification grades, total marks and unit results; never component marks, which are only in the XML file.</remarks>
public static class EdiResultsFile
{
    /// <summary>The most that the header's sequence number holds.</summary>
    public const int MaxSequence = 999_999;

    /// <summary>True where the centre has a qualification that gets its unit results in a file of their own.</summary>
    public static bool NeedsSecondFile(CentreResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.Qualifications.Any(qualification => qualification.HasTwoResultsFiles);
    }

    /// <param name="sequence">1 to <see cref="MaxSequence"/>, its own for each file of a centre and series: the name shows its last two digits.</param>
    /// <exception cref="InvalidDataException">A result cannot be said in the layout, or lacks its specification; the message names it.</exception>
    public static EdiDocument Write(CentreResults results, EdiContent content, int sequence, string awardingBody = EdiLayout.AwardingBody)
    {
        var file = Compose(results, content, sequence, awardingBody);
        return new EdiDocument(EdiFileName.Of(file.Header).ToString(), Encode(file));
    }

    /// <summary>A file's bytes.</summary>
    /// <exception cref="InvalidDataException">Something in the file does not fit its field.</exception>
    public static byte[] Encode(EdiFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return EdiEncoding.Encode(file);
    }

    /// <summary>What the file will say: the same as reading it back gives.</summary>
    public static EdiFile Compose(CentreResults results, EdiContent content, int sequence, string awardingBody = EdiLayout.AwardingBody)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sequence, MaxSequence);

        if (awardingBody is not [>= '0' and <= '9', >= '0' and <= '9']) throw new ArgumentException($"An awarding body is two digits, not '{ShownText.Of(awardingBody)}'.", nameof(awardingBody));

        var notice = AsciiText.Fold(results.Notice ?? "");
        if (notice.Length > HeaderRecord.NoticeLength) notice = notice[..HeaderRecord.NoticeLength].TrimEnd();
        var header = new EdiHeader(awardingBody, results.Centre, results.Series, results.BasedataVersion.Trim(), content, sequence, notice);
        return new EdiFile(header, ResultsOf(results, content));
    }

    private static List<EdiResult> ResultsOf(CentreResults results, EdiContent content)
    {
        var specifications = new SpecificationIndex(results);
        var separateUnits = SeparateUnits(results);
        var records = new List<EdiResult>(results.Candidates.Sum(candidate => candidate.Awards.Count + candidate.Assessments.Count));
        foreach (var candidate in results.Candidates)
        {
            var name = EdiName.Of(candidate.Name);
            if (content == EdiContent.Main)
                foreach (var award in candidate.Awards) records.Add(Of(candidate, name, award, specifications));

            foreach (var result in candidate.Assessments)
            {
                var assessment = specifications.Of(result.Assessment);
                var belongs = assessment.Kind == AssessmentKind.Unit && separateUnits.Contains(assessment.Code) == (content == EdiContent.SeparateUnits);
                if (belongs) records.Add(Of(candidate, name, result, assessment, specifications.ExchangedOf(result)));
            }
        }

        return records;
    }

    private static HashSet<AssessmentCode> SeparateUnits(CentreResults results)
        => [.. results.Qualifications
            .Where(qualification => qualification.HasTwoResultsFiles)
            .SelectMany(qualification => qualification.Options)
            .SelectMany(option => option.Contributions)
            .Select(contribution => contribution.Assessment)];

    private static EdiResult Of(CandidateResults candidate, string name, Award award, SpecificationIndex specifications)
    {
        if (award is { Outcome: Outcome.Absent, Endorsement: not null })
            throw new InvalidDataException($"Candidate {candidate.Number}: the award of {award.Qualification} is absent and endorsed, which the layout cannot say.");
        var graded = award.Outcome == Outcome.Graded;
        var grade = graded ? specifications.ExchangedOf(award) : null;
        if (graded && grade is null) throw new InvalidDataException($"Candidate {candidate.Number}: the award of {award.Qualification} is graded and has no grade.");

        // The endorsement travels in the space of the mark, so an award that has one carries no mark.
        var hasMark = award.Endorsement is null && award.Outcome is Outcome.Graded or Outcome.Absent;
        return new EdiResult(
            EdiElement.Award, candidate.Number, candidate.Uci, name, candidate.DateOfBirth, candidate.Uln,
            award.Qualification.ToString(), award.Option, award.Outcome, grade?.First, grade?.Second,
            award.PartialAbsence || award.Outcome == Outcome.Absent,
            hasMark ? award.Total : null,
            hasMark ? specifications.Of(award.Qualification).MaximumTotal : null,
            award.Endorsement);
    }

    private static EdiResult Of(CandidateResults candidate, string name, AssessmentResult result, Assessment unit, ExchangeGrade? grade)
    {
        var hasMark = result.Outcome is Outcome.Graded or Outcome.Absent;
        return new EdiResult(
            EdiElement.Unit, candidate.Number, candidate.Uci, name, candidate.DateOfBirth, candidate.Uln,
            unit.Code.ToString(), "", result.Outcome, grade?.First, grade?.Second,
            result.PartialAbsence || result.Outcome == Outcome.Absent,
            hasMark ? result.Ums : null,
            hasMark ? unit.Scale?.MaximumUms ?? unit.MaximumMark : null,
            null);
    }
}
