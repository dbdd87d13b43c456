using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Rehearsal.Catalogue;

/// <summary>What a series offers, by stage.</summary>
internal sealed class Offer
{
    private Offer(IEnumerable<Discipline> disciplines)
    {
        var all = disciplines.ToList();
        KeyStage4 = [.. all.Where(discipline => discipline.Stage == Stage.KeyStage4)];
        SixthForm = [.. all.Where(discipline => discipline.Stage == Stage.SixthForm)];
        Subjects = [.. all.SelectMany(discipline => discipline.Variants).OrderBy(subject => subject.Code, StringComparer.Ordinal)];
        Papers = [.. Subjects.SelectMany(subject => subject.Routes).SelectMany(route => route.Parts).Select(part => part.Paper)
            .DistinctBy(paper => paper.Code).OrderBy(paper => paper.Code, StringComparer.Ordinal)];
        Scales = [.. Subjects.Select(subject => subject.Scale).Concat(Papers.Select(paper => paper.Scale)).OfType<Scale>().Distinct().OrderBy(scale => scale.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Discipline> KeyStage4 { get; }

    public IReadOnlyList<Discipline> SixthForm { get; }

    /// <summary>In code order.</summary>
    public IReadOnlyList<Subject> Subjects { get; }

    /// <summary>Each once, in code order.</summary>
    public IReadOnlyList<Paper> Papers { get; }

    /// <summary>Those that results files carry by codes, each once, in name order.</summary>
    public IReadOnlyList<Scale> Scales { get; }

    public static Offer Of(RehearsalSubjects subjects, SeriesCode series) => new(subjects switch
    {
        RehearsalSubjects.Gce => GceSubjects.All(series),
        RehearsalSubjects.Gcse => GcseSubjects.All(),
        RehearsalSubjects.Vocational => VocationalSubjects.All(),
        _ => [.. GcseSubjects.All(), .. GceSubjects.All(series), .. VocationalSubjects.All()],
    });
}
