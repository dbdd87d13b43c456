using ResultsGrid.Awarding.Codes;
using ResultsGrid.Exchange.Identifiers;
using ResultsGrid.Grains.Release;

namespace ResultsGrid.Gateway.Demonstrations;

/// <summary>What data/demonstration.json tells: where, and how to sign in. The secrets are random and stand nowhere else.</summary>
public sealed record DemonstrationFile(
    string Url,
    IReadOnlyList<DemonstrationFile.SeriesLine> Series,
    IReadOnlyList<DemonstrationFile.UserLine> Users,
    IReadOnlyList<DemonstrationFile.KeyLine> Keys,
    IReadOnlyList<DemonstrationFile.OperatorLine> Operators)
{
    /// <param name="State">When the demonstration was made; the clock moves on.</param>
    public sealed record SeriesLine(SeriesCode Series, ReleaseState State, DateTimeOffset RestrictedRelease, DateTimeOffset CandidateRelease);

    public sealed record UserLine(string User, string Password, CentreNumber Centre, IReadOnlyList<Role> Roles);

    public sealed record KeyLine(CentreNumber Centre, string Key, Role Role);

    public sealed record OperatorLine(string User, string Password);
}
