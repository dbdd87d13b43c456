using ResultsGrid.Awarding.Codes;

namespace ResultsGrid.Rehearsal;

/// <summary>What series to invent. The same plan gives the same bytes.</summary>
/// <param name="RestrictedRelease">Europe/London wall time, to the minute.</param>
/// <param name="CandidateRelease">Europe/London wall time, not before the restricted release.</param>
/// <param name="Centres">1 to <see cref="MaxCentres"/>. Smaller plans take the first of the same invented centres, so series share them.</param>
/// <param name="Candidates">At least one a centre and at most <see cref="MaxCandidatesOfACentre"/> a centre.</param>
/// <param name="Seed">Changes sizes, entries and marks; who a UCI belongs to stays.</param>
/// <param name="Notice">Printed on every document, so that nobody takes the data for real.</param>
public sealed record RehearsalPlan(
    SeriesCode Series,
    string Title,
    string BasedataVersion,
    DateTime RestrictedRelease,
    DateTime CandidateRelease,
    int Centres,
    int Candidates,
    int Seed,
    RehearsalSubjects Subjects,
    string Notice)
{
    /// <summary>Every five-digit centre number that does not begin with 0.</summary>
    public const int MaxCentres = 90_000;

    /// <summary>Candidate numbers have four digits.</summary>
    public const int MaxCandidatesOfACentre = 9_999;

    /// <exception cref="ArgumentException">The plan can't be kept; the message says which figure and why.</exception>
    internal void Check()
    {
        if (Centres is < 1 or > MaxCentres)
            throw new ArgumentException($"Centres is {Centres}: from 1 to {MaxCentres} are possible.");
        if (Candidates < Centres || Candidates > (long)Centres * MaxCandidatesOfACentre)
            throw new ArgumentException($"Candidates is {Candidates}: {Centres} centres hold from {Centres} to {(long)Centres * MaxCandidatesOfACentre}.");
        if (CandidateRelease < RestrictedRelease)
            throw new ArgumentException($"CandidateRelease {CandidateRelease:s} is before RestrictedRelease {RestrictedRelease:s}.");
        if (string.IsNullOrWhiteSpace(Notice))
            throw new ArgumentException("Notice is blank: invented data must say on every document that it is.");
    }
}
