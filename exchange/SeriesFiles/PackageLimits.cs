using ResultsGrid.Awarding.Text;

namespace ResultsGrid.Exchange.SeriesFiles;

/// <summary>How much of a package is taken in before it is refused. Nothing that a sender writes is larger than these in memory.</summary>
public static class PackageLimits
{
    public const int MaxFiles = 20;
    public const long MaxPackedBytes = 1L << 30;
    public const long MaxUnpackedBytes = 2L << 30;

    /// <summary>Unpacked to packed bytes of one ZIP entry. Our tables reach about 20; deflate itself can reach 1,032.</summary>
    public const int MaxCompressionRatio = 200;

    /// <summary>The list of files at the end of a ZIP: names, and whatever else a sender's tool writes beside them.</summary>
    public const int MaxZipDirectoryBytes = 256 * 1024;

    public const int MaxLineBytes = 64 * 1024;
    public const int MaxFieldBytes = 4 * 1024;
    public const int MaxScheduleBytes = 64 * 1024;

    /// <summary>Rows of each file of qualifications, options, contributions, assessments and boundaries.</summary>
    public const int MaxBasedataRows = 100_000;

    /// <summary>Three times the centres that the country has.</summary>
    public const int MaxCentres = 20_000;

    /// <summary>About what every board of the country has together in one summer.</summary>
    public const int MaxCandidates = 1_000_000;

    /// <summary>Rows of each file of entries, marks, earlier results and special consideration.</summary>
    public const int MaxEntryRows = 10_000_000;

    /// <summary>Entries, earlier results, and decisions on one candidate, each. Ten A Levels of six units are 60.</summary>
    public const int MaxEntriesPerCandidate = 200;

    public const int MaxTitleCharacters = 200;
    public const int MaxShortCodeCharacters = 20;

    /// <summary>How much of a refused value a fault shows.</summary>
    public const int MaxShownCharacters = ShownText.MaxCharacters;

    /// <summary>How much a fault shows of a reason that isn't in our own words.</summary>
    public const int MaxReasonCharacters = 300;
}
