using ResultsGrid.Awarding.Marks;
using ResultsGrid.Awarding.Results;

namespace ResultsGrid.Awarding;

/// <summary>Awarding, whole: a pure function of marks and specifications.</summary>
public static class Awards
{
    /// <summary>Unit and component results for every entry, and an award for every certification entry.</summary>
    public static CandidateAwards Of(CandidateWork work, AwardingBasis basis)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(basis);
        throw new NotSupportedException("written in the next commits");
    }
}
