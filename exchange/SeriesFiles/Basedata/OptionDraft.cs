using ResultsGrid.Awarding.Specification;

namespace ResultsGrid.Exchange.SeriesFiles.Basedata;

/// <summary>An option as its line gives it, with the contributions and boundaries of other files.</summary>
internal sealed class OptionDraft
{
    public required int Line { get; init; }

    public required string Code { get; init; }

    /// <summary>Every field of the line is right. Where not, only the code may be relied on.</summary>
    public required bool IsSound { get; init; }

    public required QualificationDraft Qualification { get; init; }

    public required Tier Tier { get; init; }

    public required int UnitCount { get; init; }

    /// <summary>A line of another file names it and is faulty, so what it lacks may be there.</summary>
    public bool HasFaultyParts { get; set; }

    public List<ContributionDraft> Contributions { get; } = [];

    public List<BoundaryLine> Boundaries { get; } = [];

    /// <summary>Its name in a fault.</summary>
    public string Name => Code.Length == 0 ? Qualification.Code.ToString() : $"{Qualification.Code} option {Code}";
}
